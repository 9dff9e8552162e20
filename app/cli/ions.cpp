#include "app/report/csv/ions.hpp"
#include "app/cli/progress.hpp"
#include "app/cli/verbs.hpp"
#include "app/read/experiment.hpp"
#include "app/read/file.hpp"
#include "app/report/html/ions.hpp"
#include "app/report/ions_words.hpp"
#include "app/report/json/ions.hpp"
#include "model/felt/firing.hpp"

namespace rheobase::cli {

namespace {

std::string in_lines(std::vector<std::string> const& sentences) {
    std::string out;
    for (auto const& sentence : sentences)
        out += printable(sentence) + "\n";
    return out;
}

/// Every fault, up to more than anybody mends in one go.
std::string in_lines(std::vector<Problem> const& faults) {
    constexpr std::size_t most_shown = 50;
    std::string out;
    for (std::size_t i = 0; i < faults.size() && i < most_shown; ++i)
        out += in_words(faults[i]) + "\n";
    if (faults.size() > most_shown)
        out += "and " + std::to_string(faults.size() - most_shown) + " more faults. Mend these first.\n";
    return out;
}

ions::Findings watched(ions::Experiment const& experiment, IonsOptions const& options) {
    StopWish const stop;
    Progress progress(options.show_progress);
    ions::RunOptions how;
    how.threads = options.threads;
    how.fires_alone = [](ions::BloodIons const& blood) { return felt::firing_share(blood); };
    how.progress = [&](int done, int people) {
        progress.told(done, people);
        return !StopWish::wished();
    };
    auto findings = ions::run(experiment, how);
    if (auto const trust = report::firing_in_words(experiment); !trust.empty())
        findings.marks.push_back(trust);
    return findings;
}

} // namespace

Outcome ions(IonsOptions const& options) {
    if (options.list)
        return {answered, ions_list(), ""};
    if (options.schema)
        return {answered, std::string(read::experiment_schema()), ""};
    if (options.answer_schema)
        return {answered, std::string(report::ions_schema()), ""};
    if (options.experiment_path.empty())
        return {
            unusable_input, "",
            "rheobase ions: no experiment was given. Name a file, or - for standard input: "
            "rheobase ions docs/examples/magnesium_depletion.json. 'rheobase ions --list' tells what one may "
            "hold.\n"};
    auto const text = read::read_file(options.experiment_path, read::largest_experiment,
                                      {"experiment", "Is this the right file?"});
    if (!text)
        return {unusable_input, "", in_words(text.error()) + "\n"};
    auto const read = read::read_experiment(
        *text, options.experiment_path == "-" ? "standard input" : options.experiment_path,
        {options.people, options.seed});
    if (!read.faults.empty())
        return {unusable_input, "", in_lines(read.faults)};

    auto const findings = watched(read.experiment, options);
    Outcome outcome;
    outcome.exit = !findings.finished                                      ? outside_failure
                   : report::nobody_could_begin(read.experiment, findings) ? unusable_input
                                                                           : answered;
    if (options.format == "json")
        outcome.out = report::ions_json(read.experiment, findings, read.notes);
    else if (options.format == "html")
        outcome.out = report::ions_html(read.experiment, findings, read.notes);
    else {
        // A table has no place for sentences, and they must not be lost.
        outcome.out = report::ions_csv(read.experiment, findings);
        outcome.err = in_lines(read.notes) + in_lines(report::failures_in_words(read.experiment, findings)) +
                      in_lines(findings.marks);
    }
    // Exit 2 wants its sentence where faults are read, whatever the format.
    if (options.format != "csv" && outcome.exit == unusable_input)
        outcome.err += in_lines(report::failures_in_words(read.experiment, findings));
    if (auto const stopped = report::stopped_in_words(read.experiment, findings); !stopped.empty())
        outcome.err += stopped + "\n";
    return outcome;
}

} // namespace rheobase::cli
