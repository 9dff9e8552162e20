// A case, the health records beside it and the diary it names, as the verbs that judge one take them.
#pragma once

#include "app/cli/verbs.hpp"
#include "app/read/case.hpp"
#include "app/store/store.hpp"
#include "model/diet/diary.hpp"

namespace rheobase::cli {

struct TakenCase {
    read::CaseRead read;
    diet::Diary diary;
    std::optional<store::Store> store; ///< where the case came from there
    store::Id person = 0;
    std::string today;
};

/// What was given, or how the verb ends: a case that cannot be read whole ends it, and what could be read of
/// an emergency is said. A diary that cannot be read is named and the rest goes on.
tl::expected<TakenCase, Outcome> take_case(CaseGiven const& given, std::string_view verb);

} // namespace rheobase::cli
