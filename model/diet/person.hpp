// What is known of a person as far as needs and limits ask. Whatever is not known stays empty.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rheobase::diet {

enum class Sex { female, male };

/// As the tables write it.
inline std::string_view word_for(Sex sex) { return sex == Sex::female ? "female" : "male"; }

struct Person {
    std::optional<double> age_years;
    std::optional<Sex> sex;
    std::optional<bool> pregnant; ///< true also when only the week is known
    std::optional<double> pregnancy_weeks;
    std::optional<bool> lactating;
    std::optional<double> postpartum_days;
    std::optional<bool> menopause;
    std::optional<double> weight_kg;
    std::optional<double> height_cm;
    std::optional<double> weight_change_percent; ///< negative when lost
    std::optional<double> weight_change_days;
    std::optional<bool> weight_change_intended;
    std::optional<double> little_intake_days;
    std::optional<double> latitude_deg;
    std::string skin;    ///< light, medium, dark; empty when unknown
    std::string country; ///< ISO 3166 alpha-2, upper case; empty when unknown
};

} // namespace rheobase::diet
