// The prediction of blood tests as JSON.
#pragma once

#include "app/report/json/plate.hpp"

namespace rheobase::report {

/// The `blood` of an answer: one object a test.
Json blood_json(blood::Prediction const& blood);

/// What stands beside it: why nothing or not everything is predicted.
Json blood_about_json(blood::Prediction const& blood);

} // namespace rheobase::report
