// A case counts its days back from the day on which it was written. Read later, each count has grown.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace rheobase::store {

using Json = nlohmann::ordered_json;

/// One symptom, medicine, result, condition or event, so many days after it was noted.
Json aged_item(Json item, long days);

/// A case or a part of one, without the lists that are kept in rows. What no longer holds is taken out and
/// named.
Json aged_case(Json document, long days, std::vector<std::string>& said);

} // namespace rheobase::store
