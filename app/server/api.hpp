// What the page may ask: one function an address and method, from a request and the store to a response.
#pragma once

#include "app/server/http.hpp"
#include "app/server/shelf.hpp"

#include <functional>
#include <nlohmann/json.hpp>

namespace rheobase::server {

using Json = nlohmann::ordered_json;

/// What a route is given.
struct Asked {
    Request const& request;
    nlohmann::json const& body; ///< null where the route takes none
    Shelf& shelf;
    std::string today;               ///< ISO date
    std::vector<std::string> places; ///< what stood in the address for {id} and {name}
    std::function<void(double done, std::string const& what)> told = [](double, std::string const&) {
    };                                                 ///< how far long work is
    std::function<bool()> gone = [] { return false; }; ///< whether nobody waits any more
};

/// How a route ends that cannot answer as asked. Caught where routes are called.
struct Refused {
    Response response;
};

/// The status that a problem of the store has: 404 not there, 503 busy, 507 disk full, else 400.
int status_of(Problem const& problem);

/// The value, or an end with the problem.
template <class T>
T or_refused(Result<T> result) {
    if (!result)
        throw Refused{problem_response(status_of(result.error()), result.error())};
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

[[noreturn]] void refuse(int status, std::string what, std::string where = {}, std::string hint = {});

Response json_response(Json const& value, int status = 200);
Response done(); ///< 204

/// Whose: ?person=ID, or the first.
store::Id person_of(Asked const& asked, store::Store& store);

/// The {id} of the address.
store::Id id_in(Asked const& asked);

// Parts of a body, each with a sentence where it is not as it should be.
std::string text_in(nlohmann::json const& body, std::string_view key, std::size_t most);
std::string text_or_none(nlohmann::json const& body, std::string_view key, std::size_t most);
std::string day_in(nlohmann::json const& body, std::string_view key);
bool flag_in(nlohmann::json const& body, std::string_view key);
void only_keys(nlohmann::json const& body, std::initializer_list<std::string_view> known);
/// ?limit=, from 1 to 100.
int limit_of(Asked const& asked, int usual);

Response people(Asked const&);
Response add_person(Asked const&);
Response rename_person(Asked const&);
Response erase_person(Asked const&);
Response get_case(Asked const&);
Response put_case(Asked const&);
Response get_alarm(Asked const&);
Response words(Asked const&);
Response word_medicines(Asked const&);
Response word_conditions(Asked const&);
Response understand(Asked const&);
Response find_foods(Asked const&);
Response one_food(Asked const&);
Response diary(Asked const&);
Response add_entry(Asked const&);
Response change_entry(Asked const&);
Response erase_entry(Asked const&);
Response repeat_day(Asked const&);
Response read_file(Asked const&);
Response keep_file(Asked const&);
Response answer_now(Asked const&);
Response answers(Asked const&);
Response answer_given(Asked const&);
Response what_if(Asked const&);
Response report_page(Asked const&);
Response week_plan(Asked const&);
Response interview(Asked const&);
Response learn(Asked const&);
Response learn_card(Asked const&);
Response export_all(Asked const&);
Response restore_all(Asked const&);
Response erase_all(Asked const&);

} // namespace rheobase::server
