// Cutting a sentence into phrases, word by word. What stands in it of amounts is taken in phrase_amounts.cpp,
// all else in phrases.cpp.
#pragma once

#include "model/diet/measure_words.rows.hpp"
#include "model/diet/name_places.hpp"
#include "model/diet/phrases.hpp"

#include <algorithm>

namespace rheobase::diet {

class Cutter {
  public:
    Cutter(Sentence const& sentence, Vocabulary const& known)
        : s_(sentence), known_(known), places_(sentence, known) {}

    std::vector<Phrase> cut();

  private:
    MeasureWordsRow const& measure_row(std::size_t i) const { return measure_words_rows[s_.meanings[i].row]; }
    std::size_t words_at(std::size_t i) const { return std::max<std::size_t>(1, s_.meanings[i].words); }

    LastWord last() const { return {last_key(), last_token_}; }
    WordKey last_key() const { return current_.words.empty() ? 0 : current_.words.back().key; }

    /// "a large, decadent cookie", "a soft and fluffy roll": the amount waits for its food.
    bool waits() const;
    void flush(Link next);
    void skip(std::size_t tokens = 1) { at_ += tokens; }

    void link(Link next);
    void link_part(bool Phrase::*how);
    void add_word(std::string_view text, WordKey key, bool odd);
    void take_content();
    void step();
    void take_mark(char mark);
    bool take_saying();
    /// "half of it": said of the food that was just named.
    bool take_share();
    /// "rice cakes x 4": how often, behind the food.
    bool take_times();
    /// "fish and chips" are two foods, and its chips are fries: each is a phrase of its own.
    bool take_foods(std::string_view meant);
    bool take_quantity();
    void take_measured(Quantity const& q, Unit const& unit);
    void take_article();
    void take_size();
    void set_measure(std::size_t i);
    void take_measure();
    /// "macaroni and cheese" stands in the table with its "and".
    void take_and();
    /// "filled with ham" joins; "cream-filled", "stuffed peppers" and "mixed nuts" are names.
    void take_with();

    Sentence const& s_;
    Vocabulary const& known_;
    NamePlaces places_;
    std::vector<Phrase> phrases_;
    Phrase current_;
    std::size_t at_ = 0;
    std::size_t last_token_ = static_cast<std::size_t>(-2);
};

} // namespace rheobase::diet
