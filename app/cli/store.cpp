// What a person keeps: shown, added to from files, taken out, put back, erased.
#include "app/store/store.hpp"
#include "app/cli/verbs.hpp"
#include "app/read/diary.hpp"
#include "app/read/file.hpp"
#include "app/server/dropped.hpp"
#include "app/store/sealed.hpp"
#include "app/store/taken_out.hpp"

#include <fmt/core.h>

namespace rheobase::cli {

namespace {

/// Everything a person keeps in a lifetime is a tenth of this.
constexpr std::size_t largest_export = 1'000'000'000;
constexpr std::size_t largest_passphrase_file = 10'000;

Outcome cannot(Problem const& problem) {
    bool const outside = problem.what == store::disk_full || problem.what == store::store_busy;
    return {outside ? outside_failure : unusable_input, "", in_words(problem) + "\n"};
}

std::string counted(std::size_t count, std::string_view one, std::string_view several) {
    return fmt::format("{} {}", count, count == 1 ? one : several);
}

Result<std::string> passphrase_in(std::string const& path) {
    auto text = read::read_file(path, largest_passphrase_file, {"passphrase", "One line is enough"});
    if (!text)
        return text;
    return text->substr(0, text->find_first_of("\r\n"));
}

Result<std::string> shown(store::Store& store) {
    auto const people = store.people();
    if (!people)
        return tl::unexpected(people.error());
    auto out = store.path() + "\n";
    for (auto const& person : *people) {
        auto const entries = store.entries(person.id, "", "");
        auto const symptoms = store.told(person.id, store::Kind::symptom);
        auto const medicines = store.told(person.id, store::Kind::medicine);
        auto const labs = store.told(person.id, store::Kind::lab);
        auto const answers = store.answers(person.id);
        if (!entries || !symptoms || !medicines || !labs || !answers)
            return fault(store.path(), "it could not be read whole");
        out += fmt::format("  {}: {}", person.name, counted(entries->size(), "diary entry", "diary entries"));
        if (!entries->empty())
            out += fmt::format(" from {} to {}", entries->front().day, entries->back().day);
        out += fmt::format(", {}, {}, {}, {}\n", counted(symptoms->size(), "symptom", "symptoms"),
                           counted(medicines->size(), "medicine", "medicines"),
                           counted(labs->size(), "lab result", "lab results"),
                           counted(answers->size(), "answer", "answers"));
    }
    return printable(out);
}

/// What was read of the file: a large diary is read where it lies.
Result<server::Dropped> given_file(std::string const& path, std::string const& today) {
    auto const text = read::read_file(path, largest_case, {"case", "Is this the right file?"});
    if (text)
        return server::dropped(*text, path, today);
    return read::read_diary(path, diet::foods()).map([](diet::Diary diary) {
        server::Dropped out;
        out.kind = "diary";
        out.unread = diary.unread;
        out.diary = std::move(diary);
        return out;
    });
}

std::string kept_in_words(server::Dropped const& file, server::KeptFile const& kept) {
    if (file.kind == "case")
        return "The case is kept.\n";
    if (file.kind != "diary")
        return fmt::format("{} kept.\n", counted(kept.kept, "new result is", "new results and facts are"));
    auto out = fmt::format("The diary is kept: {}.\n", counted(kept.kept, "row", "rows"));
    if (kept.replaced > 0)
        out += fmt::format("  It took the place of {} on the same days.\n",
                           counted(static_cast<std::size_t>(kept.replaced), "earlier row", "earlier rows"));
    return out;
}

Outcome keep(store::Store& store, StoreOptions const& options) {
    auto const today =
        options.today.empty() ? Result<std::string>(store::today()) : store::day_read(options.today);
    auto const person = store.person_named(options.who);
    if (!today || !person)
        return cannot(today ? person.error() : today.error());
    auto const file = given_file(options.file, *today);
    if (!file)
        return cannot(file.error());
    auto const kept = server::keep_dropped(store, person->id, options.file, *file, *today);
    if (!kept)
        return cannot(kept.error());
    auto out = kept_in_words(*file, *kept);
    bool const diary = file->kind == "diary"; // whose notes come back with what was kept
    for (auto const& note : diary ? kept->notes : file->notes)
        out += "  " + note + "\n";
    for (auto const& said : diary ? std::vector<std::string>() : kept->notes)
        out += "  Not understood: " + said + "\n";
    for (auto const& lost : file->kind == "case" ? std::vector<diet::Unread>() : file->unread)
        out += lost.line ? fmt::format("  Not read, line {}: {}\n", lost.line, lost.text)
                         : fmt::format("  Not taken: {}, {}\n", lost.text, lost.why);
    return {answered, printable(out), ""};
}

Outcome export_all(store::Store& store, StoreOptions const& options) {
    auto const today =
        options.today.empty() ? Result<std::string>(store::today()) : store::day_read(options.today);
    auto const person = store.person_named(options.who);
    if (!today || !person)
        return cannot(today ? person.error() : today.error());
    auto out = options.format == "csv"    ? store::export_csv(store, person->id, diet::foods())
               : options.format == "fhir" ? store::export_fhir(store, person->id, *today)
                                          : store::export_json(store);
    if (out && !options.passphrase_file.empty()) {
        auto const passphrase = passphrase_in(options.passphrase_file);
        out = passphrase ? store::sealed(*out, *passphrase) : passphrase;
    }
    return out ? Outcome{answered, *out, ""} : cannot(out.error());
}

Outcome restore(store::Store& store, StoreOptions const& options) {
    auto text = read::read_file(options.file, largest_export, {"export", "Is this the right file?"});
    if (text && store::is_sealed(*text)) {
        if (options.passphrase_file.empty())
            return cannot({"it is locked with a passphrase", options.file,
                           "Name the file that holds it with --passphrase-file"});
        auto const passphrase = passphrase_in(options.passphrase_file);
        text = passphrase ? store::unsealed(*text, *passphrase) : passphrase;
    }
    if (!text)
        return cannot(text.error());
    if (auto const done = store::restore(store, *text, options.replace); !done)
        return cannot(done.error());
    auto const now = shown(store);
    return now ? Outcome{answered, "Restored.\n" + *now, ""} : cannot(now.error());
}

/// Somebody whose name is there already could no longer be told apart by it.
Outcome add(store::Store& store, StoreOptions const& options) {
    bool const named = options.who.find_first_not_of(" \t\r\n") != std::string::npos;
    if (named && store.person_named(options.who))
        return cannot({"somebody of this name is there already", options.who, "Give another name"});
    auto const added = store.add_person(options.who);
    return added ? Outcome{answered, printable(added->name + " is added.\n"), ""} : cannot(added.error());
}

} // namespace

Outcome store(StoreOptions const& options) {
    using Verb = StoreOptions::Verb;
    if (options.verb == Verb::erase) {
        if (!options.sure)
            return {
                unusable_input, "",
                "store erase: this erases everything for good. Add --yes if you are sure; export first what "
                "you want to keep.\n"};
        auto const erased = store::erase_store(options.store);
        return erased ? Outcome{answered, "Everything is erased.\n", ""} : cannot(erased.error());
    }
    bool const only_read = options.verb == Verb::show || options.verb == Verb::export_all;
    auto store =
        only_read ? store::Store::open_kept(options.store) : store::Store::open(options.store);
    if (!store)
        return cannot(store.error());
    switch (options.verb) {
    case Verb::keep:
        return keep(*store, options);
    case Verb::export_all:
        return export_all(*store, options);
    case Verb::restore:
        return restore(*store, options);
    case Verb::add:
        return add(*store, options);
    default:
        auto const now = shown(*store);
        return now ? Outcome{answered, *now, ""} : cannot(now.error());
    }
}

} // namespace rheobase::cli
