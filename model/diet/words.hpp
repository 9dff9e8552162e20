// From plain words to foods with grams: "two slices of whole wheat toast with butter and a 12 oz latte".
#pragma once

#include "model/diet/diary.hpp"

#include <memory>
#include <string_view>

namespace rheobase::diet {

/// What a meal in plain words was understood to be. Words nothing could be made of stand in `unread`; words
/// that say nothing of food ("delightful", "this morning") and what was not eaten ("without sugar") do not.
/// Any bytes are read; an empty diary means that the text names no food.
Diary read_words(std::string_view meal, Foods const& table);

/// A reader of many meals with the table compiled into the program: it looks a food's name up once. One
/// thread at a time; what it answers depends on the meal alone.
class WordReader {
  public:
    WordReader();
    ~WordReader();
    WordReader(WordReader&&) noexcept;

    Diary read(std::string_view meal);

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

} // namespace rheobase::diet
