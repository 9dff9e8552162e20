#include "app/cli/taken_case.hpp"

#include "app/read/diary.hpp"
#include "app/read/fhir.hpp"
#include "app/read/file.hpp"
#include "app/report/phrases.hpp"
#include "app/store/own_case.hpp"
#include "model/verdict/verdict.hpp"

#include <algorithm>
#include <filesystem>

namespace rheobase::cli {

namespace {

/// A diary's path is relative to the case file that names it.
std::string beside(std::string const& case_path, std::string const& diary_path) {
    std::filesystem::path const diary(diary_path);
    if (diary.is_absolute() || case_path == "-")
        return diary_path;
    return (std::filesystem::path(case_path).parent_path() / diary).string();
}

std::string in_lines(std::vector<Problem> const& faults) {
    constexpr std::size_t most_shown = 20;
    std::string out;
    for (std::size_t i = 0; i < faults.size() && i < most_shown; ++i)
        out += in_words(faults[i]) + "\n";
    if (faults.size() > most_shown)
        out += "and " + std::to_string(faults.size() - most_shown) +
               " more faults of this kind. Mend these first.\n";
    return out;
}

/// What a case with a typing error still says of an emergency: a fault in a file must not hide one.
std::string emergencies_in_words(verdict::Evidence const& evidence) {
    auto const verdict = verdict::judge_emergencies(evidence);
    if (verdict.urgency_because.empty())
        return {};
    std::string out = "\nWhat could be read of the case already asks for action:\n" + verdict.headline + "\n";
    if (verdict.urgency == verdict::Urgency::emergency &&
        verdict.headline.find(verdict.act.emergency_text) == std::string::npos)
        out += verdict.act.emergency_text + "\n";
    for (auto const& reason : report::leading_reasons(verdict))
        out += "  " + reason.text + "\n";
    return out;
}

/// Health records beside the case. A fault in one of them is a fault of the whole, as in the case itself.
void add_records(CaseGiven const& options, read::CaseRead& taken, std::string const& today) {
    std::vector<read::FhirFile> files;
    for (auto const& path : options.fhir) {
        auto text = read::read_file(path, read::largest_fhir(),
                                    {"health record", "Export fewer years, or is this the right file?"});
        if (text)
            files.push_back({path, std::move(*text)});
        else
            taken.faults.push_back(text.error());
    }
    auto const record = read::read_fhir(files, today);
    if (!files.empty())
        read::add_record(taken.evidence, record.evidence);
    taken.faults.insert(taken.faults.end(), record.faults.begin(), record.faults.end());
}

/// What the store knows, in the place of a case file.
tl::expected<TakenCase, Outcome> take_own_case(CaseGiven const& options) {
    auto const cannot = [](Problem const& problem) {
        return tl::unexpected<Outcome>({unusable_input, "", in_words(problem) + "\n"});
    };
    TakenCase out;
    auto const today =
        options.today.empty() ? Result<std::string>(store::today()) : store::day_read(options.today);
    if (!today)
        return cannot(today.error());
    out.today = *today;
    auto store =
        options.may_begin ? store::Store::open(options.store) : store::Store::open_kept(options.store);
    if (!store)
        return cannot(store.error());
    out.store = std::move(*store);
    auto const person = out.store->person_named(options.who);
    if (!person)
        return cannot(person.error());
    out.person = person->id;
    auto own = store::own_case(*out.store, out.person, out.today);
    if (!own)
        return cannot(own.error());
    out.read = std::move(own->read);
    out.diary = std::move(own->diary);
    return out;
}

/// What ends a verb that was given no case, or two.
std::optional<std::string> no_one_case(CaseGiven const& options, std::string_view verb) {
    if (options.me && !options.case_path.empty())
        return std::string(verb) + ": a case file and --me are two cases. Give one of them.\n";
    if (options.case_path.empty() && options.fhir.empty() && !options.me)
        return std::string(verb) +
               ": no case was given. Name a case file, or - for standard input: rheobase " +
               std::string(verb) + " me.json\n";
    auto const at_the_door =
        std::count(options.fhir.begin(), options.fhir.end(), "-") + (options.case_path == "-");
    if (at_the_door > 1)
        return std::string(verb) + ": standard input can be one file only. Name the others by their path.\n";
    return std::nullopt;
}

} // namespace

tl::expected<TakenCase, Outcome> take_case(CaseGiven const& options, std::string_view verb) {
    if (auto const why = no_one_case(options, verb))
        return tl::unexpected<Outcome>({unusable_input, "", *why});
    if (options.me) {
        auto own = take_own_case(options);
        if (!own)
            return own;
        add_records(options, own->read, own->today);
        if (!own->read.faults.empty())
            return tl::unexpected<Outcome>(
                {unusable_input, "", in_lines(own->read.faults) + emergencies_in_words(own->read.evidence)});
        return own;
    }
    read::CaseRead taken;
    if (!options.case_path.empty()) {
        auto const text =
            read::read_file(options.case_path, largest_case, {"case", "Is this the right file?"});
        if (!text)
            return tl::unexpected<Outcome>({unusable_input, "", in_words(text.error()) + "\n"});
        taken = read::read_case(*text, options.case_path);
    }
    add_records(options, taken, options.today);

    diet::Diary diary;
    if (!taken.diary_path.empty()) {
        auto const read_back = read::read_diary(beside(options.case_path, taken.diary_path), diet::foods());
        if (read_back)
            diary = *read_back;
        else {
            // Said where the food would have been, and once more in the list of what was not used.
            auto const why = "The diary could not be read. " + in_words(read_back.error());
            diary.notes.push_back(why + ".");
            taken.evidence.set_aside.push_back({"diet.diary", "", why});
        }
    }
    if (!taken.faults.empty())
        return tl::unexpected<Outcome>(
            {unusable_input, "", in_lines(taken.faults) + emergencies_in_words(taken.evidence)});
    TakenCase out;
    out.read = std::move(taken);
    out.diary = std::move(diary);
    return out;
}

} // namespace rheobase::cli
