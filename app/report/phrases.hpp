// Sentences that more than one report says, so that they say them alike.
#pragma once

#include "base/listed.hpp"
#include "model/rheobase.hpp"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace rheobase::report {

/// The text with a full stop, unless it ends a sentence already.
std::string sentence(std::string text);

/// Reasons are whole sentences; each ends before the next begins.
std::string sentences(std::vector<std::string> const& parts);

/// The red flags nobody asked about, a line for each kind; a flag without a kind has its own line. None is
/// left out.
std::vector<std::string> red_flags_in_groups(std::vector<std::string> const& codes);

/// The reasons that set the level; those that alone would ask for less stay in the JSON answer.
std::vector<verdict::Reason> leading_reasons(verdict::Verdict const& verdict);

/// Whether the headline names the number to call already. Where the country is not known the text beside it
/// names the numbers of others too, so it is said.
bool call_said(verdict::Verdict const& verdict);

/// From which day an old record's dates are counted, where nobody gave today; empty otherwise.
std::string day_counted_from(verdict::Verdict const& verdict);

/// "your age, your sex and any blood results".
std::string missing_in_words(std::vector<std::string> const& missing);

/// "More likely", "Possible", "Less likely".
std::string band_in_words(verdict::Band band);

/// Whose range a result was held against: "your laboratory's".
std::string range_from_in_words(std::string_view from);

/// The amount that is enough for nearly everyone: RDA, or AI where no RDA is set; unknown where neither is.
double target(NutrientAnswer const& entry);

/// What may be said of one nutrient beside its bar, with the reason when nothing can be said.
std::string judgement(NutrientAnswer const& entry);

/// The share of the food whose value is known, in percent; never rounded up to the whole.
int percent_known(double coverage);

/// "7 days", "1 day".
std::string days_in_words(double days);

/// One honest sentence about the diary itself.
std::string about_diary(PlateAnswer const& plate);

/// The keys of sources.csv in a cell that parts them by semicolons.
void add_sources(std::set<std::string>& keys, std::string_view cell);

/// Every source that the answer rests on, each key once.
std::set<std::string> sources_of(Answer const& answer);

/// Said where figures of food are left out, because they may harm the reader.
inline constexpr std::string_view figures_left_out =
    "Numbers about food can be hard to live with, so this page leaves them out. A doctor or dietitian whom "
    "you trust "
    "can look at them with you.";

} // namespace rheobase::report
