// How far the interview gets with people who answer truthfully from the cases: how many questions it takes,
// and how near its answer comes to the one that everything known would give.
#include "tests/cases/said.hpp"
#include "tests/cases/truthful.hpp"

#include "app/read/case.hpp"
#include "tests/cases/labels.hpp"

#include <algorithm>
#include <chrono>
#include <fmt/core.h>
#include <gtest/gtest.h>
#include <set>
#include <thread>

using namespace rheobase;
using namespace rheobase::cases;

namespace {

struct Outcome {
    std::string name;
    int counted = 0, outside = 0;
    bool urgency_same = false, cause_same = false, asked_twice = false, too_low = false, missed = false;
    double milliseconds = 0;
    std::string line;
};

verdict::Verdict judged(verdict::Evidence const& evidence) {
    return verdict::judge(evidence, verdict::findings_from_case(evidence));
}

std::string first_cause(verdict::Verdict const& verdict) {
    return verdict.causes.empty() ? "" : verdict.causes.front().code;
}

/// What such a person brings: where they live, and what was measured.
verdict::Evidence brought(verdict::Evidence const& whole) {
    verdict::Evidence evidence;
    evidence.person.country = whole.person.country;
    evidence.labs = whole.labs;
    evidence.vitals = whole.vitals;
    evidence.investigations = whole.investigations;
    return evidence;
}

Outcome outcome_of(std::string const& name) {
    auto const whole = read::read_case(case_text(name), name).evidence;
    auto const began = std::chrono::steady_clock::now();
    auto const said = interviewed(brought(whole), whole);
    auto const took = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began);
    auto const full = judged(whole), now = judged(said.evidence);
    Outcome out;
    out.name = name;
    out.counted = said.counted;
    out.outside = said.outside;
    out.urgency_same = full.urgency == now.urgency;
    out.too_low = now.urgency < full.urgency;
    out.missed = out.too_low && full.urgency == verdict::Urgency::emergency;
    out.cause_same = first_cause(full) == first_cause(now);
    out.asked_twice = std::set<std::string>(said.asked.begin(), said.asked.end()).size() != said.asked.size();
    out.milliseconds = took.count() / static_cast<double>(said.asked.size() + 1);
    if (!out.urgency_same || !out.cause_same) {
        out.line = fmt::format("  {} {}+{}: {} {} / {} {}\n     ", name, said.outside, said.counted,
                               verdict::in_code(full.urgency), first_cause(full),
                               verdict::in_code(now.urgency), first_cause(now));
        for (auto const& id : said.asked)
            out.line += " " + id;
        out.line += "\n";
    }
    return out;
}

/// Of each so-manieth case, on two threads.
std::vector<Outcome> outcomes(std::size_t each) {
    std::vector<std::string> names;
    auto const people = labels();
    for (std::size_t i = 0; i < people.size(); i += each)
        names.push_back(people[i].name);
    std::vector<Outcome> out(names.size());
    auto const half = [&](std::size_t from) {
        for (std::size_t i = from; i < names.size(); i += 2)
            out[i] = outcome_of(names[i]);
    };
    outcome_of(names.front()); // what is worked out once is there before two ask for it
    std::thread other(half, 1);
    half(0);
    other.join();
    return out;
}

template <class Of>
auto in_order(std::vector<Outcome> const& outcomes, Of of) {
    std::vector<decltype(of(outcomes.front()))> values;
    for (auto const& one : outcomes)
        values.push_back(of(one));
    std::sort(values.begin(), values.end());
    return values;
}

void expect_few_questions(std::vector<Outcome> const& outcomes) {
    auto const counted = in_order(outcomes, [](Outcome const& one) { return one.counted; });
    auto const outside = in_order(outcomes, [](Outcome const& one) { return one.outside; });
    auto const took = in_order(outcomes, [](Outcome const& one) { return one.milliseconds; });
    auto const at = [](auto const& list, double share) {
        return list[std::min(list.size() - 1,
                             static_cast<std::size_t>(share * static_cast<double>(list.size())))];
    };
    fmt::print("questions that count: median {}, nine of ten at most {}, worst {}\n", at(counted, .5),
               at(counted, .9), counted.back());
    fmt::print("outside the count: median {}, nine of ten at most {}, worst {}\n", at(outside, .5),
               at(outside, .9), outside.back());
    fmt::print("milliseconds a question: median {:.1f}, worst {:.1f}\n", at(took, .5), took.back());
    EXPECT_LE(at(counted, .5), 12);
    EXPECT_LE(at(counted, .9), 16);
    EXPECT_LE(counted.back(), 16);
    EXPECT_LE(at(outside, .5), 12);
    for (auto const& one : outcomes)
        EXPECT_FALSE(one.asked_twice) << one.name;
}

/// At least this share of the people comes to the same as with everything known.
void expect_near(std::vector<Outcome> const& outcomes, double urgency_share, double cause_share) {
    int urgency = 0, cause = 0, lower = 0, missed = 0;
    std::string lines;
    for (auto const& one : outcomes) {
        urgency += one.urgency_same;
        cause += one.cause_same;
        lower += one.too_low;
        missed += one.missed;
        lines += one.line;
    }
    fmt::print("of {}: urgency the same {}, lower {}, first cause the same {}\n{}", outcomes.size(), urgency,
               lower, cause, std::getenv("RHEOBASE_TELL") ? lines : "");
    EXPECT_EQ(missed, 0) << "emergencies missed\n" << lines;
    EXPECT_GE(urgency, urgency_share * static_cast<double>(outcomes.size())) << lines;
    EXPECT_GE(cause, cause_share * static_cast<double>(outcomes.size())) << lines;
}

} // namespace

TEST(InterviewOfTheCases, OfEachEighthAsksLittleAndComesNear) {
    auto const some = outcomes(8);
    expect_few_questions(some);
    expect_near(some, 0.9, 0.8);
}

TEST(InterviewOfTheCases, OfAllAsksLittleAndComesNearSlowly) {
    auto const all = outcomes(1);
    expect_few_questions(all);
    expect_near(all, 0.956, 0.896);
}
