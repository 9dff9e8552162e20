#include "model/blood/blood.hpp"

#include "engine/elementary.hpp"
#include "engine/random.hpp"
#include "model/blood/history.hpp"
#include "model/blood/judging.rows.hpp"
#include "model/blood/unseen.rows.hpp"
#include "model/blood/weigh.hpp"
#include "model/ions/names.hpp"
#include "model/verdict/codes.hpp"
#include "model/verdict/rules.hpp"

#include <algorithm>
#include <cmath>

namespace rheobase::blood {

namespace {

using ions::Observable;

/// Levels of everybody at the end of one world: by test, then person; unknown for who did not live through it.
using Levels = std::vector<std::vector<double>>;

/// The crowd that stands for one person, and the worlds it can be put into.
class Crowd {
  public:
    Crowd(Subject const& subject, std::vector<Part> const& parts, Options const& options)
        : subject_(subject), parts_(parts), options_(options) {
        for (int i = 0; i < options.people; ++i)
            strangers_.push_back(stranger(subject, options.seed, static_cast<std::uint32_t>(i)));
    }

    Levels live(std::vector<bool> const& lived, int people) const {
        auto experiment = life(subject_, parts_, lived);
        experiment.people = people;
        experiment.seed = options_.seed;
        Own own;
        for (std::size_t i = 0; i < parts_.size(); ++i) {
            if (parts_[i].kind == Part::Kind::food)
                own.food[static_cast<std::size_t>(parts_[i].what)] = lived[i];
            if (parts_[i].kind == Part::Kind::kidneys)
                own.kidneys = lived[i];
        }
        ions::RunOptions how;
        how.threads = options_.threads;
        how.lanes = options_.lanes;
        how.grid = long_steps;
        how.individual = [&](std::uint32_t person) {
            return individual(subject_, strangers_[person], own, options_.seed, person);
        };
        auto const findings = ions::run(experiment, how);
        Levels out(tests().size(), std::vector<double>(static_cast<std::size_t>(people), unknown));
        // By person, phase and hour: what comes last is today.
        for (auto const& row : findings.person_rows) {
            auto const test = std::find(tests().begin(), tests().end(), row.what) - tests().begin();
            out[static_cast<std::size_t>(test)][static_cast<std::size_t>(row.person)] = row.value;
        }
        return out;
    }

  private:
    Subject const& subject_;
    std::vector<Part> const& parts_;
    Options const& options_;
    std::vector<ions::Adult> strangers_;
};

double noise_cv(Observable what) {
    auto const& row = ions::about(what);
    double const percent = 100;
    return engine::sqrt(row.lab_cv * row.lab_cv + row.within_person_cv * row.within_person_cv) / percent;
}

/// One digit more than the test is printed with, so that what stays is what the crowd can tell.
double rounded(double value, Observable what) {
    if (!known(value))
        return value;
    double scale = 10;
    for (int digit = 0; digit < static_cast<int>(ions::about(what).decimals); ++digit)
        scale *= 10;
    double const size = std::floor(std::abs(value) * scale + 1.0 / 2) / scale;
    return value < 0 && size > 0 ? -size : size;
}

std::vector<double> differences(std::vector<double> const& now, std::vector<double> const& then) {
    std::vector<double> out(std::min(now.size(), then.size()));
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = now[i] - then[i];
    return out;
}

std::vector<Unseen> unseen(verdict::Chart const& chart) {
    std::vector<Unseen> out;
    auto const ask = [&](verdict::Term const& term) { return chart.ask(term); };
    for (auto const& row : unseen_rows) {
        auto const when = verdict::parse_condition(row.when, verdict::named_condition);
        if (!when || verdict::judge_condition(*when, ask).truth != verdict::Truth::yes)
            continue;
        for (auto const what : tests()) {
            auto const analyte = ions::about(what).analyte;
            auto const listed = verdict::parts_of(row.analytes);
            bool const meant = row.analytes == "all" || std::find(listed.begin(), listed.end(), analyte) != listed.end();
            if (meant && std::none_of(out.begin(), out.end(), [&](Unseen const& one) { return one.analyte == analyte; }))
                out.push_back({analyte, std::string(row.text)});
        }
    }
    return out;
}

/// The person's latest result of a test that tells of the life as it is today.
verdict::LabLine const* recent(std::vector<verdict::LabLine> const& labs, std::string_view analyte, double changed) {
    verdict::LabLine const* found = nullptr;
    for (auto const& lab : labs) {
        bool const today = lab.days_ago && *lab.days_ago <= judging.recent_days && !(*lab.days_ago > changed);
        if (lab.analyte == analyte && lab.used && known(lab.value) && lab.bound.empty() && today &&
            (!found || *lab.days_ago < *found->days_ago))
            found = &lab;
    }
    return found;
}

/// Why each test changes: every part of the life alone, in the same people.
void find_reasons(std::vector<Line>& lines, std::vector<std::size_t> const& test_of, Crowd const& crowd,
                  std::vector<Part> const& parts, Levels const& reference, int people) {
    struct Reason {
        std::string name;
        double change;
    };
    std::vector<std::vector<Reason>> reasons(lines.size());
    std::vector<bool> only_food(lines.size(), true);
    std::vector<double> const of_those(reference.front().begin(), reference.front().begin() + people);
    Weights const equal(of_those);
    for (std::size_t p = 0; p < parts.size(); ++p) {
        std::vector<bool> alone(parts.size(), false);
        alone[p] = true;
        Levels const levels = crowd.live(alone, people);
        for (std::size_t l = 0; l < lines.size(); ++l) {
            double const change =
                equal.percentile(differences(levels[test_of[l]], reference[test_of[l]]), 1.0 / 2);
            bool const counts = change * lines[l].change > 0 &&
                                std::abs(change) >= judging.part_of_change * std::abs(lines[l].change);
            if (!lines[l].worth_a_word || !counts)
                continue;
            reasons[l].push_back({parts[p].name, std::abs(change)});
            only_food[l] = only_food[l] && parts[p].kind == Part::Kind::food;
        }
    }
    for (std::size_t l = 0; l < lines.size(); ++l) {
        std::stable_sort(reasons[l].begin(), reasons[l].end(),
                         [](Reason const& a, Reason const& b) { return a.change > b.change; });
        for (auto const& reason : reasons[l])
            if (std::find(lines[l].because.begin(), lines[l].because.end(), reason.name) == lines[l].because.end())
                lines[l].because.push_back(reason.name);
        // Food that is better than it need be, by less than a test can see, is nothing to tell.
        if (only_food[l] && lines[l].change > 0 && !lines[l].detectable)
            lines[l].worth_a_word = false;
    }
}

std::string note_of(Fit fit, std::string_view analyte) {
    std::string const name = verdict::name_of(analyte);
    return fit == Fit::far_out
               ? "Your measured " + name + " is outside what the model expects. Trust the test, not the model."
               : "Too few virtual people are like you in all tests, so your " + name + " was left out.";
}

} // namespace

int default_people() {
    return static_cast<int>(judging.default_people);
}

Prediction predict(verdict::Evidence const& evidence, verdict::Findings const& findings,
                   std::vector<verdict::LabLine> const& labs, std::span<diet::UsualIntake const> usual,
                   Options const& options) {
    Prediction out;
    out.seed = options.seed;
    if (options.people <= 0)
        return out;
    out.why_not = why_not(evidence);
    if (!out.why_not.empty())
        return out;
    verdict::Chart const chart(evidence, findings);
    out.unseen = unseen(chart);
    if (out.unseen.size() == tests().size()) {
        out.why_not = "Blood levels are not predicted. " + out.unseen.front().why;
        out.unseen.clear();
        return out;
    }
    Subject const who = subject(evidence, findings, labs, usual, out.notes);
    auto const all = parts(who, chart);
    Crowd const crowd(who, all, options);
    Levels const now = crowd.live(std::vector<bool>(all.size(), true), options.people);
    Levels const then = crowd.live(std::vector<bool>(all.size(), false), options.people);
    Weights weights(differences(now.front(), then.front()));
    double const lived = weights.effective();
    if (lived <= judging.least_effective && lived < options.people) {
        out.why_not = "Blood levels are not predicted: the body model cannot follow this life.";
        return out;
    }
    if (lived < (1 - judging.may_fail) * options.people)
        out.notes.push_back("The body model could follow this life in " + std::to_string(static_cast<int>(lived)) +
                            " of " + std::to_string(options.people) + " virtual people.");
    out.people = options.people;

    double const changed = last_change(all);
    std::vector<std::size_t> test_of;
    for (std::size_t t = 0; t < tests().size(); ++t) {
        auto const& row = ions::about(tests()[t]);
        if (std::any_of(out.unseen.begin(), out.unseen.end(),
                        [&](Unseen const& one) { return one.analyte == row.analyte; }))
            continue;
        Line line;
        line.analyte = row.analyte;
        line.unit = row.unit;
        line.decimals = static_cast<int>(row.decimals);
        if (auto const* lab = recent(labs, row.analyte, changed)) {
            line.measured = lab->value;
            Fit const fit = weights.weigh(lab->value, now[t], noise_cv(tests()[t]));
            line.weighed = fit == Fit::weighed;
            if (!line.weighed)
                out.notes.push_back(note_of(fit, row.analyte));
        }
        out.lines.push_back(line);
        test_of.push_back(t);
    }
    out.effective_people = rounded(weights.effective(), Observable::osmolality);

    for (std::size_t l = 0; l < out.lines.size(); ++l) {
        auto& line = out.lines[l];
        auto const& levels = now[test_of[l]];
        auto const what = tests()[test_of[l]];
        double const cv = noise_cv(what);
        auto readings = levels;
        for (std::size_t i = 0; i < readings.size(); ++i)
            readings[i] *= 1 + cv * engine::standard_normal(options.seed, static_cast<std::uint32_t>(i),
                                                            engine::fact_key("blood.read." + std::string(line.analyte)));
        double const reference = weights.percentile(then[test_of[l]], 1.0 / 2);
        double const change = weights.percentile(differences(levels, then[test_of[l]]), 1.0 / 2);
        line.detectable = std::abs(change) >= judging.detectable * cv * reference;
        line.worth_a_word = std::abs(change) >= judging.worth_a_word * cv * reference;
        line.p5 = rounded(weights.percentile(readings, 0.05), what);
        line.p50 = rounded(weights.percentile(readings, 1.0 / 2), what);
        line.p95 = rounded(weights.percentile(readings, 0.95), what);
        line.reference_p50 = rounded(reference, what);
        line.change = rounded(change, what);
        line.noise = rounded(cv * reference, what);
    }
    find_reasons(out.lines, test_of, crowd, all, then,
                 std::min(options.people, static_cast<int>(judging.people_for_reasons)));
    return out;
}

} // namespace rheobase::blood
