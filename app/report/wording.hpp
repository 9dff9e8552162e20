// Amounts, likelihoods and times in words, said the same way by every report.
#pragma once

#include "model/rheobase.hpp"

#include <string>

namespace rheobase::report {

/// "260 mg", "1.1 µg"; "unknown" for an unknown amount.
std::string amount(double value, diet::Nutrient nutrient);

/// "210 to 320 mg", "260 mg" when both ends print alike, "at least 210 mg" when nothing bounds it from above.
std::string range(diet::Range const& range, diet::Nutrient nutrient);

/// What may be said of eaten against needed: "enough", "probably too little", "cannot say", …
enum class Standing { enough, perhaps_low, low, high, cannot_say };
Standing standing(NutrientAnswer const& answer);

/// Some authority's upper limit is probably passed.
bool limit_broken(NutrientAnswer const& answer);
std::string in_words(Standing standing);

/// The limit of highest concern that is or may be passed, as a sentence; empty when none is.
std::string limit_in_words(NutrientAnswer const& answer);

/// "NASEM", "EFSA", "US advice": who set a limit.
std::string authority(diet::Limit const& limit);

/// A food's name cut at a comma to what fits beside a figure.
std::string short_name(std::string_view name);

/// A code as words: "weakness_objective" to the name people read.
std::string spoken(std::string_view code);

/// "today", "3 days ago", "2 weeks ago".
std::string days_ago(double days);

/// Rules: from here on a probability is called likely, and from here on it is worth naming.
inline constexpr double likely_from = 0.5;
inline constexpr double possible_from = 0.1;

} // namespace rheobase::report
