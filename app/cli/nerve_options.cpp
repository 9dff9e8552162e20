#include "app/cli/nerve_options.hpp"

#include "app/cli/options.hpp"
#include "base/spelling.hpp"

#include <fmt/core.h>

namespace rheobase::cli {

namespace {

constexpr int most_people = 100'000, most_threads = 1024;

/// "Ionised calcium in mmol/L, 0.2 to 3; ordinary 1.2".
std::string described(std::size_t i) {
    auto const& limit = nerve::medium_limits_rows[i];
    bool const part = i < nerve::medium_parts.size();
    std::string name(part ? nerve::medium_parts[i].words
                          : "myelin, where less than 1 is thinner than healthy");
    name[0] =
        name[0] >= 'a' && name[0] <= 'z' && name != "pH" ? static_cast<char>(name[0] - 'a' + 'A') : name[0];
    return fmt::format("{}{}, {:.6g} to {:.6g}; ordinary {:.6g}", name,
                       limit.unit == "1" ? "" : " in " + std::string(limit.unit), limit.low, limit.high,
                       part ? nerve::ordinary_medium.*nerve::medium_parts[i].at : 1);
}

CLI::Option* as_typed(CLI::App& verb, std::string const& name, std::string const& about,
                      std::string const& type) {
    return verb.add_option(name, CLI::callback_t{}, about)
        ->type_name(type)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

std::string option_of(std::size_t part) {
    return "--" + std::string(nerve::medium_limits_rows[part].what);
}

/// The value of an option that may stand once, where it was given and its rule has nothing against it.
std::optional<std::string> once(std::string const& option, std::vector<std::string> const& typed,
                                CLI::Validator const& rule, std::vector<Problem>& faults) {
    if (typed.empty())
        return std::nullopt;
    if (typed.size() > 1) {
        faults.push_back(
            {"it is given " + read::given_so_often(typed.size()), option, "Leave one of them out"});
        return std::nullopt;
    }
    if (auto const wrong = rule(typed.front()); !wrong.empty()) {
        faults.push_back({wrong, option, ""});
        return std::nullopt;
    }
    return typed.front();
}

/// Words that are neither an option nor its value; the word behind an option that does not exist goes with it.
void name_strange(std::vector<std::string> const& words, std::vector<Problem>& faults) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        auto const& word = words[i];
        if (!word.starts_with("-")) {
            if (i == 0 || !words[i - 1].starts_with("-"))
                faults.push_back({fmt::format("'{}' is one word too many", word), "", ""});
            continue;
        }
        auto const name = word.substr(0, word.find('='));
        std::string near(read::medium_part_called(name));
        if (near.empty()) {
            std::vector<std::string> all{"recording", "format", "people", "seed", "threads", "out"};
            for (auto const& limit : nerve::medium_limits_rows)
                all.emplace_back(limit.what);
            near = nearest(name.substr(std::min(name.find_first_not_of('-'), name.size())),
                           {all.begin(), all.end()});
        }
        faults.push_back(
            {fmt::format("there is no option '{}'", name), "",
             near.empty() ? "'rheobase nerve --help' shows them" : "Did you mean '--" + near + "'?"});
    }
}

} // namespace

void add_nerve_options(CLI::App& verb) {
    NerveAsked const usual;
    verb.allow_extras();
    for (std::size_t i = 0; i < nerve::medium_limits_rows.size(); ++i)
        as_typed(verb, option_of(i), described(i), "NUMBER");
    as_typed(verb, "--recording",
             "Recording of QTRAC (.MEM) to lay beside the model; - reads standard input", "FILE");
    as_typed(verb, "--format", "How to print the answer", "TEXT:{text,json,html}")->default_str(usual.format);
    as_typed(verb, "--people",
             "How many axons of the ensemble; more than it holds takes all of them, and says so", "UINT")
        ->default_str(std::to_string(nerve::Crowd{}.people));
    as_typed(verb, "--seed", "Which chance makes them fire alone", "UINT")
        ->default_str(std::to_string(usual.seed));
    as_typed(verb, "--threads",
             "How many threads compute; 0 for all cores. The figures do not depend on it", "UINT")
        ->default_str(std::to_string(usual.threads));
    verb.add_flag("--answer-schema")->description("Print the JSON schema of the JSON findings and stop");
    verb.footer("Example: rheobase nerve --calcium 1.1 --ph 7.45\n"
                "         rheobase nerve --recording docs/examples/median_apb.MEM --potassium 5.8 --format html "
                "--out nerve.html");
}

NerveOptions nerve_options(CLI::App const& verb) {
    NerveOptions out;
    auto const typed = [&](std::string const& name) { return verb.get_option(name)->results(); };
    for (std::size_t i = 0; i < out.medium.size(); ++i)
        out.medium[i] = typed(option_of(i));
    out.recording = typed("--recording");
    out.format = typed("--format");
    out.people = typed("--people");
    out.seed = typed("--seed");
    out.threads = typed("--threads");
    out.strange = verb.remaining();
    out.answer_schema = verb.get_option("--answer-schema")->count() > 0;
    return out;
}

NerveAsked nerve_asked(NerveOptions const& typed, std::vector<Problem>& faults) {
    NerveAsked out;
    CLI::Validator const any([](std::string& text) {
        return text.empty() ? std::string("nothing is written behind it. Name a file") : std::string();
    }, "", "");
    if (auto const path = once("--recording", typed.recording, any, faults))
        out.recording_path = *path;
    if (auto const format = once("--format", typed.format, one_of({"text", "json", "html"}, "format"), faults))
        out.format = *format;
    if (auto const people =
            once("--people", typed.people, whole_number(1, most_people, "number of axons"), faults))
        out.people = std::stoi(*people);
    if (auto const seed = once("--seed", typed.seed, whole_seed(), faults))
        out.seed = std::stoull(*seed);
    if (auto const threads =
            once("--threads", typed.threads, whole_number(0, most_threads, "number of threads"), faults))
        out.threads = std::stoi(*threads);
    name_strange(typed.strange, faults);
    return out;
}

} // namespace rheobase::cli
