// What a file that was dropped on the page, or named to `store keep`, holds: known by its content, never by its
// name.
#pragma once

#include "app/store/store.hpp"
#include "base/result.hpp"
#include "model/diet/diary.hpp"

#include <nlohmann/json.hpp>

namespace rheobase::server {

struct Dropped {
    std::string kind;             ///< "diary", "labs", "case", "health_record"
    std::string format;           ///< "cronometer", "fhir", …
    diet::Diary diary;            ///< of a diary
    nlohmann::ordered_json parts; ///< of the others: parts of a case
    std::vector<diet::Unread> unread;
    std::vector<std::string> notes;
    std::size_t read = 0; ///< foods, results or facts
};

Result<Dropped> dropped(std::string_view bytes, std::string_view name, std::string_view today);

struct KeptFile {
    std::size_t kept = 0; ///< rows of a diary, facts of a case, results that were not there yet
    int replaced = 0;     ///< rows of an earlier import on the same days
    std::vector<std::string> notes;
};

/// A diary joins the diary, a case takes the place of the one that is kept, results are laid into it.
Result<KeptFile> keep_dropped(store::Store& store, store::Id person, std::string const& name,
                              Dropped const& file, std::string const& today);

} // namespace rheobase::server
