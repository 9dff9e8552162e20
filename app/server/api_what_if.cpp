// The stored case with something otherwise, answered beside the stored one; nothing of it is kept.
#include "app/report/json/answer.hpp"
#include "app/server/asking.hpp"
#include "app/server/moved.hpp"

namespace rheobase::server {

namespace {

constexpr std::size_t most_foods = 50;
constexpr double most_grams = 20'000;

diet::Food food_called(nlohmann::json const& id, char const* where) {
    auto const found =
        id.is_string() ? diet::foods().find(id.get_ref<std::string const&>()) : std::optional<diet::Food>();
    if (!found)
        refuse(400, "no food has this id", where);
    return *found;
}

nlohmann::json list_in(nlohmann::json const& changes, char const* key) {
    auto const found = changes.find(key);
    if (found == changes.end() || found->is_null())
        return nlohmann::json::array();
    if (!found->is_array() || found->size() > most_foods)
        refuse(400, "this is a list of at most 50 foods", key);
    return *found;
}

void change_foods(diet::Diary& diary, nlohmann::json const& changes) {
    auto const leave = list_in(changes, "leave_foods"), add = list_in(changes, "add_foods");
    if ((!leave.empty() || !add.empty()) && diary.eaten.empty())
        refuse(409, "nothing was logged yet, so there is no food to change", "changes",
               "Log what you ate first");
    auto days = diet::days_of(diary);
    if (days.empty())
        days.emplace_back();
    for (auto const& id : leave) {
        auto const food = food_called(id, "leave_foods");
        std::erase_if(diary.eaten, [&](auto const& eaten) { return eaten.food == food; });
    }
    for (auto const& given : add) {
        only_keys(given, {"id", "grams"});
        if (!given.contains("id") || !given.contains("grams") || !given.at("grams").is_number())
            refuse(400, "a food to add has an id and grams", "add_foods");
        auto const food = food_called(given.at("id"), "add_foods");
        double const grams = given.at("grams").get<double>();
        if (!(grams > 0 && grams <= most_grams))
            refuse(400, "nobody eats so much of a food, or so little", "add_foods");
        for (auto const& day : days) {
            diet::Eaten eaten;
            eaten.day = day;
            eaten.text = diet::foods().name(food);
            eaten.food = food;
            eaten.grams = diet::Range::exactly(grams);
            eaten.sure = 1;
            diary.eaten.push_back(std::move(eaten));
        }
    }
}

} // namespace

Response what_if(Asked const& asked) {
    only_keys(asked.body, {"changes"});
    if (!asked.body.contains("changes"))
        refuse(400, "this is missing", "changes");
    auto const& changes = asked.body.at("changes");
    only_keys(changes, {"case", "add_foods", "leave_foods"});

    auto const own = own_of(asked);
    auto read = own.told.read;
    auto diary = own.told.diary;
    if (auto const part = changes.find("case"); part != changes.end()) {
        if (!part->is_object())
            refuse(400, "parts of a case are an object", "changes/case");
        auto const kept =
            or_refused(asked.shelf.with([&](auto& store) { return store.case_on(own.person, asked.today); }));
        auto otherwise = nlohmann::json::parse(kept.json);
        otherwise.merge_patch(*part);
        if (otherwise.contains("diet") && otherwise.at("diet").is_object())
            otherwise.at("diet").erase("diary"); // a path of this machine is nothing that a page may name
        read = read::read_case(otherwise.dump(), "changes");
        if (!read.faults.empty())
            throw Refused{problem_response(400, read.faults.front())};
    }
    change_foods(diary, changes);

    auto const before = chain(asked, own.told.read, own.told.diary, 0, 0.5);
    auto const after = chain(asked, read, diary, 0.5, 1);
    Json out{{"answer", Json::parse(report::answer_json(after))}, {"moved", moved(before, after)}};
    return json_response(out);
}

} // namespace rheobase::server
