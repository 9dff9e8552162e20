// Every format of a diary: how it is known by its content, and its reader. diary.cpp tries them in turn.
#pragma once

#include "app/read/diary_rows.hpp"
#include "app/read/file.hpp"
#include "base/result.hpp"
#include "model/diet/diary.hpp"

#include <string_view>

namespace rheobase::read {

bool is_own_csv(DiaryTable const& table);
diet::Diary read_own_csv(DiaryTable const& table, diet::Foods const& foods);

bool is_cronometer(DiaryTable const& table);
diet::Diary read_cronometer(DiaryTable const& table, diet::Foods const& foods);

bool is_loseit(DiaryTable const& table);
diet::Diary read_loseit(DiaryTable const& table, diet::Foods const& foods);

bool is_asa24(DiaryTable const& table);
diet::Diary read_asa24(DiaryTable const& table, diet::Foods const& foods);

bool is_samsung(DiaryTable const& table);
diet::Diary read_samsung(DiaryTable const& table, diet::Foods const& foods);

/// Samsung's list of foods with the nutrients its second file has for the same foods.
diet::Diary joined_samsung(diet::Diary foods_eaten, diet::Diary const& nutrition);

bool is_myfitnesspal(DiaryTable const& table);
diet::Diary read_myfitnesspal(DiaryTable const& table, diet::Foods const& foods);

/// Any other table with a day and foods, or a day and nutrients, under headings that are known.
bool is_named_columns(DiaryTable const& table);
diet::Diary read_named_columns(DiaryTable const& table, diet::Foods const& foods);

/// Fails where the JSON is no diary that is known.
Result<diet::Diary> read_json(std::string_view text, std::string_view where, diet::Foods const& foods);
bool is_own_json(std::string_view text);
diet::Diary read_own_json(std::string_view text, diet::Foods const& foods);
bool is_google_fit(std::string_view text);
diet::Diary read_google_fit(std::string_view text, diet::Foods const& foods);

/// Streams; memory grows with what was eaten only, not with the file.
diet::Diary read_apple_health(Stream& stream, diet::Foods const& foods);

/// One meal a line; a line that is a day or a meal's name holds for the lines below it.
diet::Diary read_plain_words(std::string_view text, diet::Foods const& foods);

/// Minerals and vitamins that are 0 in every row were not recorded: they become unknown, with a note.
void zeros_everywhere_are_unknown(diet::Diary& diary);

} // namespace rheobase::read
