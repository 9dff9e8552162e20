// Reading a food diary in any format that people have, known by its content and never by its name.
#pragma once

#include "base/result.hpp"
#include "model/diet/diary.hpp"

#include <string>
#include <string_view>

namespace rheobase::read {

/// A file, or standard input for "-": an export of Cronometer, MyFitnessPal, Lose It!, ASA24, Samsung Health,
/// Apple Health (XML or ZIP, of any size), Google Fit, our own CSV or JSON, any table with headings that say
/// what they hold, or plain words. A row that cannot be read never stops the rest: it stands in `unread`.
/// Fails where nothing can be read at all.
Result<diet::Diary> read_diary(std::string_view path_or_dash, diet::Foods const& foods);

/// The same for text already at hand; `name` stands in messages.
Result<diet::Diary> read_diary_text(std::string_view text, std::string_view name, diet::Foods const& foods);

/// Our own CSV: `day,time,meal,line,text,food_id,food,grams`, one column a nutrient (amount in the row; blank
/// is unknown), then `sure,grams_low,grams_high,stated,part`, where `stated` names the nutrients that came
/// from the diary itself. read_diary_text gives back the same foods, grams and stated figures.
std::string write_diary_csv(diet::Diary const& diary, diet::Foods const& foods);

} // namespace rheobase::read
