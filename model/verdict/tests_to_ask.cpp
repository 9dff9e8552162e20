#include "model/verdict/tests_to_ask.hpp"

#include "engine/elementary.hpp"
#include "model/verdict/codes.hpp"
#include "model/verdict/judging.rows.hpp"
#include "model/verdict/tests_to_ask.rows.hpp"

#include <algorithm>

namespace rheobase::verdict {

namespace {

/// Whether a result with a date says that this was looked at lately. Without a date it may be years old.
bool done_lately(Chart const& chart, std::string_view code, double again_days) {
    auto const& lines = chart.labs().lines();
    auto const& examined = chart.evidence().investigations;
    auto const named = std::string(code) + "_";
    return std::any_of(lines.begin(), lines.end(),
                       [&](LabLine const& line) {
                           return line.analyte == code && line.used && line.days_ago &&
                                  *line.days_ago <= again_days;
                       }) ||
           std::any_of(examined.begin(), examined.end(), [&](Finding const& one) {
               return one.code.starts_with(named) && one.present.value_or(true) && one.days_ago &&
                      *one.days_ago <= again_days;
           });
}

bool asked_for_safety(Verdict const& verdict, std::string_view code) {
    return std::any_of(verdict.tests_for_safety.begin(), verdict.tests_for_safety.end(),
                       [&](Advice const& one) { return one.code == code; });
}

/// Nothing is asked for that was done lately or is asked for already, itself or a test that tells the same.
bool needless(Chart const& chart, Verdict const& verdict, TestsToAskRow const& row) {
    auto codes = parts_of(row.settled_by);
    codes.push_back(row.code);
    return std::any_of(codes.begin(), codes.end(), [&](std::string_view code) {
        return asked_for_safety(verdict, code) || done_lately(chart, code, row.again_days);
    });
}

/// Leaves out tests that another of the list settles.
void drop_settled(std::vector<TestToAsk>& tests) {
    auto const all = tests;
    std::erase_if(tests, [&](TestToAsk const& test) {
        for (auto const& row : tests_to_ask_rows)
            for (auto const other :
                 row.code == test.code ? parts_of(row.settled_by) : std::vector<std::string_view>{})
                if (std::any_of(all.begin(), all.end(),
                                [&](TestToAsk const& one) { return one.code == other; }))
                    return true;
        return false;
    });
}

} // namespace

double entropy(double p) {
    if (!(p > 0 && p < 1))
        return 0;
    return -(p * engine::log(p) + (1 - p) * engine::log(1 - p)) / engine::log(2);
}

double expected_bits(double probability, double sensitivity, double specificity) {
    double const abnormal = probability * sensitivity + (1 - probability) * (1 - specificity);
    double const bits =
        entropy(abnormal) - probability * entropy(sensitivity) - (1 - probability) * entropy(specificity);
    return std::max(bits, 0.0);
}

std::vector<TestToAsk> tests_to_ask(Chart const& chart, Verdict const& verdict) {
    std::vector<TestToAsk> tests;
    if (verdict.urgency == Urgency::emergency)
        return tests;
    for (auto const& row : tests_to_ask_rows) {
        auto const cause =
            std::find_if(verdict.causes.begin(), verdict.causes.end(), [&](CauseShare const& one) {
                return one.code == row.cause && one.band != Band::unlikely;
            });
        if (cause == verdict.causes.end() || needless(chart, verdict, row))
            continue;
        double const bits = expected_bits(cause->share.mid, row.sensitivity, row.specificity);
        if (bits < judging.tests_bits_least)
            continue;
        TestToAsk test{std::string(row.code), name_of(row.code), std::string(row.text),
                       std::string(row.source), bits};
        auto const same = std::find_if(tests.begin(), tests.end(),
                                       [&](TestToAsk const& one) { return one.code == test.code; });
        if (same == tests.end())
            tests.push_back(std::move(test));
        else if (same->bits < bits)
            *same = std::move(test);
    }
    drop_settled(tests);
    std::stable_sort(tests.begin(), tests.end(),
                     [](TestToAsk const& a, TestToAsk const& b) { return a.bits > b.bits; });
    if (auto const most = static_cast<std::size_t>(judging.tests_shown); tests.size() > most)
        tests.resize(most);
    return tests;
}

std::vector<Problem> faults_of_tests_to_ask() {
    std::vector<Problem> faults;
    for (auto const& row : tests_to_ask_rows) {
        auto const where = "tests_to_ask.csv:" + std::to_string(row.line) + " " + std::string(row.code);
        if (!code_row("analyte", row.code) && !code_row("test", row.code))
            faults.push_back({"no such test", where, {}});
        for (auto const other : parts_of(row.settled_by))
            if (!code_row("analyte", other) && !code_row("test", other))
                faults.push_back({"no such test: " + std::string(other), where, {}});
        if (!code_row("cause", row.cause))
            faults.push_back({"no such cause: " + std::string(row.cause), where, {}});
        if (!(row.sensitivity > 0 && row.sensitivity < 1 && row.specificity > 0 && row.specificity < 1))
            faults.push_back({"a share does not lie between 0 and 1", where, {}});
        if (!(row.sensitivity + row.specificity > 1))
            faults.push_back({"the result would point the wrong way", where, {}});
    }
    return faults;
}

} // namespace rheobase::verdict
