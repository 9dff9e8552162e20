#include "app/report/json/card.hpp"
#include "app/server/api.hpp"

namespace rheobase::server {

Response learn(Asked const&) {
    return {200, "application/json", report::json_of(why::all_named()), {}};
}

Response learn_card(Asked const& asked) {
    constexpr std::size_t longest_name = 500;
    auto const& name = asked.places.at(0);
    if (name.size() > longest_name)
        refuse(404, "no card has so long a name", "name");
    if (name == "compare")
        return {200, "application/json", report::json_of(why::comparison()), {}};
    auto const card = why::explain(name);
    if (!card)
        throw Refused{problem_response(404, card.error())};
    return {200, "application/json", report::json_of(*card), {}};
}

} // namespace rheobase::server
