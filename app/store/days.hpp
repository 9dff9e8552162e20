// Days of the calendar as the store writes them.
#pragma once

#include "app/store/store.hpp"

namespace rheobase::store {

/// Days since 1970-01-01 of an ISO date, or nothing.
std::optional<long> day_number(std::string_view iso);
std::string iso_day(long number);

/// How many days later the second is; 0 where it is not later, as after a clock that was set back.
long days_between(std::string_view from, std::string_view to);

} // namespace rheobase::store
