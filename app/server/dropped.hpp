// What a file that was dropped on the page holds: known by its content, never by its name.
#pragma once

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

} // namespace rheobase::server
