// What the tables say of one thing, in plain words: a card. Every statement names its sources, so a reader
// can ask `facts` for them. A card is a value; the terminal, JSON and a page print the same one.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace rheobase::why {

enum class Kind { nutrient, sign, cause, medicine, test, rule, stop, pattern, question, source };

/// "nutrient", "sign", …: how files and answers name a kind.
std::string_view in_words(Kind kind);

/// One or two sentences and the keys of sources.csv behind them.
struct Statement {
    std::string text;
    std::vector<std::string> sources;
};

struct Part {
    std::string heading;
    std::vector<Statement> statements;
};

struct Card {
    Kind kind = Kind::nutrient;
    std::string code; ///< as tables and answers name it
    std::string name; ///< as people read it
    std::vector<Part> parts;
    std::vector<std::pair<std::string, std::string>>
        details;                  ///< for the specialist: the row behind the words
    std::vector<std::string> see; ///< codes of cards that belong to it
};

/// The sources of a whole card, each once, in the order in which they are met.
std::vector<std::string> sources_of(Card const& card);

} // namespace rheobase::why
