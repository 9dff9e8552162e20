// How the card of each kind is made from its rows. Inside this folder only.
#pragma once

#include "model/why/card.hpp"

#include <string_view>
#include <vector>

namespace rheobase::why {

Card nutrient_card(std::string_view code, std::string name);
Card sign_card(std::string_view code, std::string name);
Card cause_card(std::string_view code, std::string name);
Card medicine_card(std::string_view drug_class, std::string name);
Card test_card(std::string_view analyte, std::string name);
Card rule_card(std::string_view rule, std::string name);
Card stop_card(std::string_view code, std::string name);
Card pattern_card(std::string_view code, std::string name);
Card question_card(std::string_view code, std::string name);
Card source_card(std::string_view key, std::string name);

/// The keys of a source cell.
std::vector<std::string> keys_of(std::string_view cell);

/// The statements of cards.csv for a code and a part.
std::vector<Statement> statements_of(std::string_view code, std::string_view part);

/// Adds a part unless nothing is in it.
void add_part(Card& card, std::string heading, std::vector<Statement> statements);

/// A code with blanks for underscores.
std::string spoken(std::string_view code);

/// A number as its table writes it: "0.7", "310".
std::string plain_number(double value);

/// What is enough, and what is too much, by age, sex and stage; one statement a group of people.
std::vector<Statement> needs_in_words(std::string_view nutrient_key);
std::vector<Statement> limits_in_words(std::string_view nutrient_key);

/// The household foods whose one helping holds most of it, most first.
std::vector<Statement> foods_in_words(std::string_view nutrient_key, std::size_t most);

/// The hard stops that keep a nutrient from someone, and those that look at a code ("drug.lithium").
std::vector<Statement> stops_for(std::string_view nutrient_key);
std::vector<Statement> stops_that_look_at(std::string_view code);

/// Whether a condition looks at a code ("symptom.twitch", "lab.magnesium"), by itself or through a named
/// term.
bool mentions(std::string_view condition, std::string_view code);

} // namespace rheobase::why
