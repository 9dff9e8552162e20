// What the store knows of a person, as the chain reads it: the case as it stands today, and the diary of the
// last weeks.
#pragma once

#include "app/read/case.hpp"
#include "app/store/store.hpp"

namespace rheobase::store {

struct OwnCase {
    read::CaseRead read;
    diet::Diary diary; ///< its notes say which days it is of
    std::string from;  ///< first and last day of the diary that were taken; "" where nothing was logged
    std::string to;
    int days = 0; ///< between them with something logged
};

/// The diary's days are the last that kept.diary_days allows. A day that is not over is left out where there
/// are others.
Result<OwnCase> own_case(Store& store, Id person, std::string_view today);

} // namespace rheobase::store
