#include "app/cli/taken_case.hpp"
#include "app/read/case.hpp"
#include "app/read/diary.hpp"
#include "app/read/diary_formats.hpp"
#include "app/read/file.hpp"
#include "app/report/json/answer.hpp"
#include "app/report/json/meal.hpp"
#include "app/report/json/plate.hpp"
#include "app/report/text/plate.hpp"
#include "model/diet/words.hpp"
#include "model/rheobase.hpp"

#include <fmt/core.h>
#include <istream>
#include <ostream>

namespace rheobase::cli {

namespace {

using Json = nlohmann::ordered_json;

/// Meals of a lifetime are a hundredth of this.
constexpr std::size_t largest_words = 256'000'000;

std::string one_line(Json const& value) {
    return value.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

/// Several diaries are one diary: their days and lines stand side by side.
void append(diet::Diary& to, diet::Diary&& from, std::string const& path, bool several) {
    if (to.format.empty())
        to.format = from.format;
    else if (to.format != from.format)
        to.format += " and " + from.format;
    to.lines += from.lines;
    std::move(from.eaten.begin(), from.eaten.end(), std::back_inserter(to.eaten));
    for (auto& lost : from.unread) {
        if (several)
            lost.why = path + ": " + lost.why;
        to.unread.push_back(std::move(lost));
    }
    std::move(from.notes.begin(), from.notes.end(), std::back_inserter(to.notes));
}

} // namespace

int diet_words_line_by_line(std::istream& in, std::ostream& out) {
    std::string meal;
    while (std::getline(in, meal)) {
        if (!meal.empty() && meal.back() == '\r')
            meal.pop_back();
        out << one_line(report::meal_json(meal, diet::foods()));
    }
    out.flush();
    return out ? answered : outside_failure;
}

Outcome diet(DietOptions const& options) {
    if (!options.add.empty())
        return diet_add(options);
    Outcome outcome;
    verdict::Evidence evidence;
    diet::Diary diary;
    if (options.me) {
        if (!options.words.empty() || !options.diaries.empty() || !options.person.empty())
            return {unusable_input, "",
                    "diet: --me reads what the store knows, and nothing beside it. Leave the other out.\n"};
        CaseGiven const given{.case_path = {},
                              .fhir = {},
                              .today = options.day,
                              .me = true,
                              .store = options.store,
                              .who = options.who};
        auto own = take_case(given, "diet");
        if (!own)
            return own.error();
        if (own->diary.lines == 0)
            return {unusable_input, "",
                    "diet: nothing is logged yet. Begin with rheobase diet --add \"what you ate\".\n"};
        evidence = std::move(own->read.evidence);
        diary = std::move(own->diary);
    }
    if (!options.person.empty()) {
        auto const text = read::read_file(options.person, largest_case, {"case", "Is this the right file?"});
        if (!text)
            return {unusable_input, "", in_words(text.error()) + "\n"};
        auto const taken = read::read_case(*text, options.person);
        for (auto const& fault : taken.faults)
            outcome.err += in_words(fault) + "\n";
        if (!taken.faults.empty())
            return {unusable_input, "", outcome.err};
        evidence.person = taken.evidence.person;
        evidence.supplements = taken.evidence.supplements;
        evidence.diet_type = taken.evidence.diet_type;
        evidence.reference = taken.evidence.reference;
        evidence.conditions = taken.evidence.conditions;
        evidence.symptoms = taken.evidence.symptoms;
    }
    bool const from_input = options.words == "-";
    if (!options.words.empty() && !from_input && options.format == "json" && options.diaries.empty())
        return {answered, one_line(report::meal_json(options.words, diet::foods())), ""};

    if (from_input) {
        auto const words = read::read_file("-", largest_words, {"list of meals", "Read them in parts"});
        if (!words)
            return {unusable_input, "", in_words(words.error()) + "\n"};
        diary = read::read_plain_words(*words, diet::foods());
    } else if (!options.words.empty())
        diary = diet::read_words(options.words, diet::foods());
    if (options.words.empty() && options.diaries.empty() && !options.me)
        return {unusable_input, "", "diet: no diary was given. Name one, or use --words \"what you ate\".\n"};
    for (auto const& path : options.diaries) {
        auto taken = read::read_diary(path, diet::foods());
        if (!taken) {
            outcome.err += in_words(taken.error()) + "\n";
            outcome.exit = unusable_input;
            continue;
        }
        append(diary, std::move(*taken), path, options.diaries.size() > 1);
    }
    if (outcome.exit != answered && diary.eaten.empty())
        return outcome;
    if (options.format == "csv") {
        outcome.out = read::write_diary_csv(diary, diet::foods());
        return outcome;
    }
    auto const plate = rheobase::plate(evidence.person, diary, evidence, diet::foods());
    outcome.out =
        options.format == "json" ? report::diet_json(plate) : report::diet_text(plate, options.colour);
    return outcome;
}

} // namespace rheobase::cli
