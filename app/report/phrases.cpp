#include "app/report/phrases.hpp"

#include "app/report/felt_words.hpp"
#include "app/report/wording.hpp"
#include "model/verdict/red_flag_groups.rows.hpp"
#include "model/verdict/rules.hpp"

#include <algorithm>
#include <fmt/core.h>

namespace rheobase::report {

namespace {

constexpr double few_days = 3;

bool ends_sentence(std::string_view text) {
    return text.ends_with('.') || text.ends_with('!') || text.ends_with('?');
}

} // namespace

std::string sentence(std::string text) {
    if (!text.empty() && !ends_sentence(text))
        text += '.';
    return text;
}

std::string sentences(std::vector<std::string> const& parts) {
    std::string out;
    for (auto const& part : parts)
        out += (out.empty() ? "" : " ") + sentence(part);
    return out;
}

std::vector<std::string> red_flags_in_groups(std::vector<std::string> const& codes) {
    std::vector<std::string> lines;
    std::set<std::string> left(codes.begin(), codes.end());
    for (auto const& group : verdict::red_flag_groups_rows) {
        bool named = false;
        std::string_view rest = group.codes;
        while (!rest.empty()) {
            auto const end = rest.find(' ');
            named |= left.erase(std::string(rest.substr(0, end))) > 0;
            rest = end == rest.npos ? std::string_view{} : rest.substr(end + 1);
        }
        if (named)
            lines.emplace_back(group.phrase);
    }
    for (auto const& code : left)
        lines.push_back(spoken(code));
    return lines;
}

std::vector<verdict::Reason> leading_reasons(verdict::Verdict const& verdict) {
    std::vector<verdict::Reason> leading;
    for (auto const& reason : verdict.urgency_because)
        for (auto const& rule : verdict.rules)
            if (rule.rule == reason.rule &&
                verdict::urgency_of(rule.within_hours, rule.where) == verdict.urgency)
                leading.push_back(reason);
    return leading;
}

bool call_said(verdict::Verdict const& verdict) {
    auto const& act = verdict.act;
    if (verdict.headline.find(act.emergency_text) != std::string::npos)
        return true;
    return act.emergency_text == "Call " + act.emergency + "." &&
           verdict.headline.find("call " + act.emergency) != std::string::npos;
}

std::string day_counted_from(verdict::Verdict const& verdict) {
    for (auto const& odd : verdict.not_considered)
        if (odd.what.starts_with("record: ") && odd.why.starts_with("Days are counted from ") &&
            odd.why.find("--today") != std::string::npos)
            return odd.why;
    return {};
}

std::string missing_in_words(std::vector<std::string> const& missing) {
    auto parts = missing;
    for (auto& part : parts)
        if (!part.empty() && part[0] >= 'A' && part[0] <= 'Z')
            part[0] = static_cast<char>(part[0] - 'A' + 'a');
    return listed(parts);
}

std::string band_in_words(verdict::Band band) {
    return band == verdict::Band::likely     ? "More likely"
           : band == verdict::Band::possible ? "Possible"
                                             : "Less likely";
}

std::string range_from_in_words(std::string_view from) {
    return from == "report"      ? "your laboratory's"
           : from == "pregnancy" ? "in pregnancy"
                                 : "usual adult range";
}

double target(NutrientAnswer const& entry) {
    if (!entry.need)
        return unknown;
    return known(entry.need->rda) ? entry.need->rda : entry.need->ai;
}

std::string judgement(NutrientAnswer const& entry) {
    auto const stands = standing(entry);
    // A few days may hold enough of what these people usually lack: the two must not look like a
    // contradiction.
    if ((stands == Standing::low || stands == Standing::perhaps_low) &&
        entry.intake.per_day.mid >= target(entry))
        return stands == Standing::low ? "usually too little" : "usually perhaps too little";
    if (stands == Standing::high && !limit_broken(entry))
        return "over the " + amount(entry.need->cdrr, entry.nutrient) + " advised";
    if (stands != Standing::cannot_say)
        return in_words(stands);
    if (!entry.need)
        return "";
    if (!known(entry.intake.per_day.mid))
        return known(entry.intake.coverage) && entry.intake.coverage < 1
                   ? fmt::format("cannot say: known for {} % of it", percent_known(entry.intake.coverage))
                   : "cannot say";
    if (known(entry.need->ai))
        return "not known to be enough";
    return in_words(stands);
}

int percent_known(double coverage) {
    constexpr double all = 100;
    return coverage < 1 ? std::min(static_cast<int>(all * coverage + 0.5), 99) : static_cast<int>(all);
}

std::string days_in_words(double days) {
    return fmt::format("{:g} day{}", days, days == 1 ? "" : "s");
}

std::string about_diary(PlateAnswer const& plate) {
    std::string out;
    if (plate.days > 0)
        out = fmt::format("From {} of food", days_in_words(plate.days));
    else
        out = "From daily amounts you gave";
    if (known(plate.share_read))
        out += fmt::format("; {:.0f} % of its lines were understood", 100 * plate.share_read);
    out += ".";
    if (plate.days > 0 && plate.days < few_days)
        out += " So few days say little of what you usually eat, so what others of your age and sex eat "
               "counts too.";
    if (plate.check.plausible && !*plate.check.plausible)
        out += plate.check.ratio < plate.check.plausible_low
                   ? " It holds less energy than a body like yours needs, so some food is probably missing "
                     "from it, and "
                     "low figures may be low for that reason alone."
                   : " It holds more energy than a body like yours is likely to use, so some amounts may be "
                     "too large.";
    return out;
}

void add_sources(std::set<std::string>& keys, std::string_view cell) {
    while (!cell.empty()) {
        auto const end = cell.find(';');
        keys.emplace(cell.substr(0, end));
        cell = end == cell.npos ? std::string_view{} : cell.substr(end + 1);
    }
}

std::set<std::string> sources_of(Answer const& answer) {
    std::set<std::string> keys;
    auto const& v = answer.verdict;
    for (auto const& reason : v.urgency_because)
        add_sources(keys, reason.source);
    for (auto const& cause : v.causes)
        for (auto const& source : cause.sources)
            add_sources(keys, source);
    for (auto const* list : {&v.tests_for_safety, &v.act_on, &v.do_not, &v.watch})
        for (auto const& advice : *list)
            add_sources(keys, advice.source);
    for (auto const& test : v.tests)
        add_sources(keys, test.source);
    for (auto const& pattern : v.patterns)
        add_sources(keys, pattern.source);
    for (auto const& sentence : felt_sentences(answer))
        add_sources(keys, sentence.source);
    add_sources(keys, v.plan.source);
    for (auto const& stop : v.plan.stops)
        add_sources(keys, stop.source);
    for (auto const& entry : answer.plate.nutrients) {
        if (entry.need)
            add_sources(keys, entry.need->source);
        for (auto const& judged : entry.limits)
            add_sources(keys, judged.limit.source);
    }
    if (!answer.plate.eaten.empty())
        keys.insert({"usda_fndds_2021", "usda_sr_legacy"});
    keys.erase("");
    return keys;
}

} // namespace rheobase::report
