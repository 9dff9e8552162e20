#include "model/verdict/bearing.hpp"

#include "model/verdict/answering.hpp"
#include "model/verdict/interview.rows.hpp"
#include "model/verdict/judging.rows.hpp"
#include "model/verdict/places.hpp"
#include "model/verdict/tests_to_ask.hpp"
#include "model/verdict/touched.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <tuple>

namespace rheobase::verdict {

namespace {

/// The fired rule that settles how soon and where; -1 where none fired.
int settling(std::vector<Truth> const& truths) {
    int best = -1;
    for (std::size_t i = 0; i < truths.size(); ++i) {
        if (truths[i] != Truth::yes)
            continue;
        auto const& row = *rules()[i].row;
        if (best < 0) {
            best = static_cast<int>(i);
            continue;
        }
        auto const& other = *rules()[static_cast<std::size_t>(best)].row;
        auto const now = urgency_of(row.within_hours, row.where);
        auto const then = urgency_of(other.within_hours, other.where);
        bool const sooner = row.within_hours < other.within_hours;
        if (now > then || (now == then && (sooner || (!(other.within_hours < row.within_hours) &&
                                                      graver_place(row.where, other.where)))))
            best = static_cast<int>(i);
    }
    return best;
}

Urgency urgency_by(int rule) {
    if (rule < 0)
        return Urgency::self_care;
    auto const& row = *rules()[static_cast<std::size_t>(rule)].row;
    return urgency_of(row.within_hours, row.where);
}

/// The steps of haste, from an ordinary visit to an emergency, each with what a bit about it weighs.
constexpr std::array<double, 4> weight_of_step{interview.routine_weight, interview.soon_weight,
                                               interview.today_weight, interview.emergency_weight};

/// How many steps of haste the rule asks for.
std::size_t steps_of(int rule) {
    constexpr double hours_a_day = 24;
    switch (urgency_by(rule)) {
    case Urgency::self_care:
        return 0;
    case Urgency::routine:
        return 1;
    case Urgency::soon:
        return rules()[static_cast<std::size_t>(rule)].row->within_hours <= hours_a_day ? 3 : 2;
    case Urgency::emergency:
        break;
    }
    return weight_of_step.size();
}

/// That too little is known is no cause: any answer whatever would speak against it.
bool says_too_little(std::size_t cause) {
    return code_of_cause(cause) == "insufficient_data";
}

/// Of several answers together, no more than so many ways are tried.
constexpr std::size_t most_ways = 200;

/// Whether a term asks for what a place holds; the same place may be asked for by another word.
bool asks_for(std::string const& place, std::string const& path) {
    auto const last = path.substr(path.rfind('.') + 1);
    auto const what = place.substr(place.rfind('.') + 1);
    if (what == "course")
        return last == "worsening" || last == "improving";
    if (what == "onset_speed")
        return last == "fast" || last == "sudden" || last == "gradual";
    if (what == "site")
        return last == "site" || last == "multifocal";
    if (what == "severity")
        return last == "severe";
    return last == what || (what == "since_days" && last == "new");
}

double bits_of_cause(std::vector<double> const& usual, std::vector<double> const& after, double now) {
    bool const open = now > 0 && now < 1 &&
                      std::all_of(after.begin(), after.end(), [](double p) { return p > 0 && p < 1; });
    double bits = 0;
    if (!open) {
        double mean = 0;
        for (std::size_t i = 0; i < usual.size(); ++i)
            mean += usual[i] * after[i];
        bits = entropy(mean);
        for (std::size_t i = 0; i < usual.size(); ++i)
            bits -= usual[i] * entropy(after[i]);
        return bits;
    }
    double whole = 0;
    std::vector<double> ratio(usual.size());
    for (std::size_t i = 0; i < usual.size(); ++i) {
        ratio[i] = after[i] / (1 - after[i]) * (1 - now) / now;
        whole += usual[i] * ratio[i];
    }
    bits = entropy(now);
    for (std::size_t i = 0; i < usual.size(); ++i) {
        double const with = now * usual[i] * ratio[i] / whole;
        double const without = (1 - now) * usual[i];
        bits -= (with + without) * entropy(with / (with + without));
    }
    return bits;
}

} // namespace

Weighing::Weighing(Evidence const& evidence, Findings const& findings)
    : evidence_(evidence), findings_(findings), chart_(evidence_, findings_), states_(judge_rules(chart_)) {
    for (auto const& state : states_)
        truths_.push_back(state.truth);
    act_ = settling(truths_);
    urgency_ = urgency_by(act_);
    Ask const asks = [this](Term const& term) { return ask(term); };
    for (std::size_t i = 0; i < number_of_causes(); ++i)
        standing_.push_back(standing_of_cause(i, asks));
}

Urgency Weighing::urgency() const {
    return urgency_by(act_);
}

Reading Weighing::ask(Term const& term) const {
    std::string_view const path = term.path;
    if (path.starts_with("urgency."))
        return {truth(path.substr(8) == in_code(urgency_))};
    if (path.starts_with("rule.")) {
        auto const found = index().rule_called.find(path.substr(5));
        return {truth(found != index().rule_called.end() && truths_[found->second] == Truth::yes)};
    }
    if (path.starts_with("drug.") && !classes_.empty())
        for (auto const& one : classes_)
            if (path.substr(5).starts_with(one)) {
                auto const rest = path.substr(5 + one.size());
                if (rest.empty() || rest.front() == '.')
                    return {rest.empty() ? Truth::yes : Truth::unknown};
            }
    return chart_.ask(term);
}

Weighing::Seen Weighing::tried(std::vector<Setting> const& settings, double usual) {
    Seen seen{usual, act_, 0, {}, {}};
    Kept kept(evidence_);
    for (auto const& setting : settings) {
        if (!setting.path.starts_with("drug."))
            put(evidence_, setting);
        else if (!setting.denied)
            classes_.push_back(setting.path.substr(5));
    }
    auto const keys = keys_of(settings, evidence_);
    std::set<std::size_t> rules_touched, causes_touched;
    for (auto const& key : keys) {
        take(rules_touched, index().rules, key);
        take(causes_touched, index().causes, key);
    }
    Ask const asks = [this](Term const& term) { return ask(term); };
    auto const old = truths_;
    for (auto const place : rules_touched) {
        truths_[place] = judge_condition(rules()[place].when, asks).truth;
        if ((truths_[place] == Truth::yes) != (old[place] == Truth::yes)) {
            seen.rules.push_back(place);
            take(causes_touched, index().causes, "rule." + std::string(rules()[place].row->rule));
        }
    }
    seen.act = settling(truths_);
    urgency_ = urgency_by(seen.act);
    if (urgency_ != urgency_by(act_))
        take(causes_touched, index().causes, "urgency");
    for (auto const place : causes_touched)
        seen.causes.emplace(place, standing_of_cause(place, asks));
    seen.first = first_cause(seen.causes);
    truths_ = old;
    urgency_ = urgency_by(act_);
    classes_.clear();
    kept.put_back();
    return seen;
}

/// By band, and within a band what names a cause before what says that none was found, as the answer lists
/// them.
std::size_t Weighing::first_cause(std::map<std::size_t, CauseStanding> const& moved) const {
    std::tuple<int, bool, double> best{1, false, 0};
    std::size_t first = standing_.size(); // none is more than unlikely
    for (std::size_t i = 0; i < standing_.size(); ++i) {
        if (says_too_little(i))
            continue;
        auto const found = moved.find(i);
        double const share = found == moved.end() ? standing_[i].share : found->second.share;
        int const band = share >= judging.likely_from ? 2 : share >= judging.possible_from ? 1 : 0;
        std::tuple const here{band, code_of_cause(i) != "no_deficiency", share};
        if (here > best) {
            best = here;
            first = i;
        }
    }
    return first;
}

void Weighing::add(Bearing& bearing, std::vector<Seen> const& answers,
                   std::map<std::size_t, double>& moved) const {
    std::set<std::size_t> touched;
    std::array<double, weight_of_step.size()>
        reached{}; // the share of answers after which a step is asked for
    std::vector<double> usual;
    std::map<std::size_t, double> firsts;
    double whole = 0;
    for (auto const& one : answers)
        whole += one.usual;
    for (auto const& one : answers) {
        usual.push_back(one.usual / whole);
        for (std::size_t step = 0; step < steps_of(one.act); ++step)
            reached[step] += usual.back();
        firsts[one.first] += usual.back();
        for (auto const& [cause, standing] : one.causes)
            touched.insert(cause);
        for (auto const rule : one.rules)
            if (auto name = std::string(rules()[rule].row->rule);
                std::find(bearing.on_rules.begin(), bearing.on_rules.end(), name) == bearing.on_rules.end())
                bearing.on_rules.push_back(std::move(name));
    }
    for (auto const& [cause, share] : firsts)
        if (share < 1)
            bearing.first -= share * std::log2(share);
    for (std::size_t step = 0; step < reached.size(); ++step)
        bearing.urgency += weight_of_step[step] * entropy(std::clamp(reached[step], 0.0, 1.0));
    for (auto const cause : touched) {
        if (says_too_little(cause))
            continue;
        double const now = standing_[cause].share;
        double most = now;
        std::vector<double> after;
        for (auto const& one : answers) {
            auto const found = one.causes.find(cause);
            after.push_back(found == one.causes.end() ? now : found->second.share);
            most = std::max(most, after.back());
        }
        if (most < interview.standing_from)
            continue;
        double const bits = bits_of_cause(usual, after, now);
        bearing.causes += bits;
        moved[cause] += bits;
    }
}

/// Whether a rule of today would fire if all that is not known of this sign were so, and needs what is asked
/// here.
bool Weighing::reaches(Question const& question) const {
    if (question.form->row->about != "symptom")
        return false;
    auto const sign = "symptom." + question.about + ".";
    auto const filled = place_of(question, question.form->row->fills);
    Ask const all_of_it = [&](Term const& term) -> Reading {
        auto const known_so_far = ask(term);
        return known_so_far.truth == Truth::unknown && term.path.starts_with(sign) ? Reading{Truth::yes}
                                                                                   : known_so_far;
    };
    Ask const asks = [this](Term const& term) { return ask(term); };
    constexpr double hours_a_day = 24;
    std::set<std::size_t> touched;
    take(touched, index().rules, "symptom." + question.about);
    for (auto const place : touched) {
        auto const& rule = rules()[place];
        if (truths_[place] != Truth::unknown || !(rule.row->within_hours <= hours_a_day) ||
            judge_condition(rule.when, all_of_it).truth != Truth::yes)
            continue;
        for (auto const* need : judge_condition(rule.when, asks).needs)
            if (asks_for(filled, need->path))
                return true;
    }
    return false;
}

std::vector<Question const*> Weighing::could_calm(std::vector<Question> const& open) {
    if (act_ < 0)
        return {};
    auto const& terms = rules()[static_cast<std::size_t>(act_)].when.terms;
    std::vector<Question const*> out;
    std::vector<std::vector<Setting>> ways(1);
    for (auto const& question : open) {
        bool const about_a_sign =
            question.form->row->about == "symptom" && question.form->kind != QuestionKind::list;
        auto const filled = about_a_sign ? place_of(question, question.form->row->fills) : std::string{};
        auto const sign = "symptom." + question.about + ".";
        std::vector<std::vector<Setting>> answers;
        for (auto const& term : terms)
            if (answers.empty() && about_a_sign && term.path.starts_with(sign) && asks_for(filled, term.path))
                for (auto const* choice : question.choices)
                    answers.push_back(settings_of(question, *choice, false));
        for (auto const* choice : question.choices)
            for (auto const& term : terms)
                if (question.form->red() && term.path == "symptom." + std::string(choice->row->code)) {
                    answers.resize(1);
                    answers.front().push_back({term.path, {}, true});
                }
        if (answers.empty() || ways.size() * answers.size() > most_ways)
            continue;
        out.push_back(&question);
        std::vector<std::vector<Setting>> more;
        for (auto const& way : ways)
            for (auto const& answer : answers) {
                more.push_back(way);
                more.back().insert(more.back().end(), answer.begin(), answer.end());
            }
        ways = std::move(more);
    }
    auto const now = steps_of(act_);
    bool const calmer = std::any_of(ways.begin(), ways.end(), [&](auto const& way) {
        return !way.empty() && steps_of(tried(way, 1).act) < now;
    });
    return calmer ? out : std::vector<Question const*>{};
}

Bearing Weighing::of(Question const& question) {
    Bearing bearing;
    bearing.reaches = urgency() < Urgency::emergency && reaches(question);
    std::map<std::size_t, double> moved;
    if (question.form->kind == QuestionKind::list)
        for (auto const* choice : question.choices)
            add(bearing,
                {tried(settings_of(question, *choice, false), choice->row->usual),
                 tried(settings_of(question, *choice, true), 1 - choice->row->usual)},
                moved);
    else {
        std::vector<Seen> answers;
        for (auto const* choice : question.choices)
            answers.push_back(tried(settings_of(question, *choice, false), choice->row->usual));
        if (!answers.empty())
            add(bearing, answers, moved);
    }
    std::vector<std::pair<double, std::size_t>> order;
    for (auto const& [cause, bits] : moved)
        if (bits >= interview.least_bits)
            order.emplace_back(-bits, cause);
    std::sort(order.begin(), order.end());
    for (auto const& [bits, cause] : order)
        bearing.on_causes.emplace_back(code_of_cause(cause));
    return bearing;
}

} // namespace rheobase::verdict
