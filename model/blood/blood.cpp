#include "model/blood/blood.hpp"

#include "model/blood/ion_levels.hpp"
#include "model/blood/judging.rows.hpp"
#include "model/blood/reading.hpp"
#include "model/blood/reasons.hpp"
#include "model/blood/unseen.hpp"
#include "model/blood/weigh.hpp"
#include "model/ions/names.hpp"

#include <algorithm>
#include <cmath>

namespace rheobase::blood {

namespace {

using ions::Observable;

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

/// The person's latest result of a test that tells of the life as it is today.
verdict::LabLine const* recent(std::vector<verdict::LabLine> const& labs, std::string_view analyte,
                               double changed) {
    verdict::LabLine const* found = nullptr;
    for (auto const& lab : labs) {
        bool const today = lab.days_ago && *lab.days_ago <= judging.recent_days && !(*lab.days_ago > changed);
        if (lab.analyte == analyte && lab.used && known(lab.value) && lab.bound.empty() && today &&
            (!found || *lab.days_ago < *found->days_ago))
            found = &lab;
    }
    return found;
}

std::string note_of(Fit fit, std::string_view analyte) {
    std::string const name = verdict::name_of(analyte);
    return fit == Fit::far_out
               ? "Your measured " + name +
                     " is outside what the model expects. Trust the test, not the model."
               : "Too few virtual people are like you in all tests, so your " + name + " was left out.";
}

/// Fills in a line from the levels of both worlds.
void tell(Line& line, Observable what, std::vector<double> const& levels, std::vector<double> const& ordinary,
          Weights const& weights, std::uint64_t seed) {
    double const cv = noise_cv(what);
    auto const readings = strayed(levels, what, seed, "blood.read." + std::string(line.analyte));
    double const reference = weights.percentile(ordinary, 1.0 / 2);
    double const change = weights.percentile(differences(levels, ordinary), 1.0 / 2);
    line.detectable = std::abs(change) >= judging.detectable * cv * reference;
    line.worth_a_word = std::abs(change) >= judging.worth_a_word * cv * reference;
    line.p5 = rounded(weights.percentile(readings, 0.05), what);
    line.p50 = rounded(weights.percentile(readings, 1.0 / 2), what);
    line.p95 = rounded(weights.percentile(readings, 0.95), what);
    line.reference_p50 = rounded(reference, what);
    line.change = rounded(change, what);
    line.noise = rounded(cv * reference, what);
}

} // namespace

double detectable() {
    return judging.detectable;
}

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
        out.notes.push_back("The body model could follow this life in " +
                            std::to_string(static_cast<int>(lived)) + " of " +
                            std::to_string(options.people) + " virtual people.");
    out.people = options.people;

    double const changed = last_change(all);
    std::vector<std::size_t> test_of;
    Results results(tests().size());
    for (std::size_t t = 0; t < tests().size(); ++t) {
        auto const& row = ions::about(tests()[t]);
        if (is_unseen(out.unseen, row.analyte)) {
            if (auto const* lab = recent(labs, row.analyte, changed))
                results[t] = {Result::Kind::instead, lab->value};
            else
                results[t].kind = Result::Kind::unseen;
            continue;
        }
        Line line;
        line.analyte = row.analyte;
        line.unit = row.unit;
        line.decimals = static_cast<int>(row.decimals);
        if (auto const* lab = recent(labs, row.analyte, changed)) {
            line.measured = lab->value;
            Fit const fit = weights.weigh(lab->value, now[t], noise_cv(tests()[t]));
            line.weighed = fit == Fit::weighed;
            results[t] = {line.weighed ? Result::Kind::weighed : Result::Kind::instead, lab->value};
            if (!line.weighed)
                out.notes.push_back(note_of(fit, row.analyte));
        }
        out.lines.push_back(line);
        test_of.push_back(t);
    }
    out.effective_people = rounded(weights.effective(), Observable::osmolality);

    out.weights = weights.each();
    out.ions = ion_levels(now, results, out.weights, options.seed);

    for (std::size_t l = 0; l < out.lines.size(); ++l) {
        auto const t = test_of[l];
        tell(out.lines[l], tests()[t], now[t], then[t], weights, options.seed);
    }
    find_reasons(out.lines, test_of, crowd, all, then,
                 std::min(options.people, static_cast<int>(judging.people_for_reasons)));
    return out;
}

} // namespace rheobase::blood
