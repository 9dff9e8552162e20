#include "model/rheobase.hpp"

#include "model/diet/absorption.hpp"
#include "model/diet/intake_facts.rows.hpp"
#include "model/diet/plain_name.hpp"
#include "model/plan_foods.hpp"
#include "model/week/bans.hpp"

#include <algorithm>

namespace rheobase {

namespace {

/// Daily amounts that were worked out elsewhere stand in for the diary where they cover more of what was
/// eaten. Returns the names of those that came with no word on their coverage.
std::string take_stated_amounts(diet::Intake& intake, verdict::Evidence const& evidence) {
    std::string taken_as_whole;
    for (auto const& [nutrient, amount] : evidence.stated_per_day) {
        if (!known(amount))
            continue;
        auto& entry = intake[nutrient];
        auto const told = evidence.stated_coverage.find(nutrient);
        double const coverage = told == evidence.stated_coverage.end() ? unknown : told->second;
        if (!known(coverage))
            taken_as_whole +=
                (taken_as_whole.empty() ? "" : ", ") + std::string(diet::about(nutrient).short_name);
        if (known(entry.coverage) && !(coverage > entry.coverage) && known(coverage))
            continue;
        auto const products = entry.from_supplements;
        entry = diet::NutrientIntake{};
        entry.from_supplements = products;
        entry.coverage = coverage;
        entry.from_food = amount;
        entry.stated_share = 1;
        // A known part of a diary bounds the whole from below; with no word on its share it is taken as the
        // whole.
        bool const part_only = known(coverage) && coverage < 1;
        entry.per_day = {amount + products.low, part_only ? unknown : amount + products.mid,
                         part_only ? unknown : amount + products.high};
    }
    return taken_as_whole;
}

/// Figures of food and energy feed an eating disorder, whoever wrote them down.
bool food_figures_may_harm(verdict::Evidence const& evidence) {
    auto const is = [](std::string_view code) {
        return [code](auto const& found) { return found.code == code && found.present.value_or(true); };
    };
    return std::any_of(evidence.conditions.begin(), evidence.conditions.end(), is("eating_disorder")) ||
           std::any_of(evidence.symptoms.begin(), evidence.symptoms.end(), is("purging"));
}

/// Spinach counts as calcium in every table and gives hardly any to the body: said beside the figure, not
/// taken off it, because needs are set for calcium as eaten.
std::string calcium_held_back(diet::Diary const& diary, double days, diet::Foods const& table) {
    constexpr auto calcium = diet::nutrient("calcium_mg");
    double held = 0;
    std::string worst;
    double most = 0;
    for (auto const& eaten : diary.eaten) {
        if (eaten.food == diet::no_food)
            continue;
        double const fraction = diet::absorption_of(table, eaten.food).calcium_fraction;
        double const amount = diet::amounts_in(eaten, table)[calcium];
        if (!(fraction < diet::intake_facts.poor_calcium_absorption) || !known(amount))
            continue;
        held += amount;
        if (amount > most) {
            most = amount;
            worst = diet::plain_name(table.name(eaten.food));
        }
    }
    double const a_day = held / days;
    if (!(a_day >= diet::intake_facts.calcium_worth_a_note))
        return {};
    return "About " + std::to_string(static_cast<int>(a_day + 1.0 / 2)) +
           " mg of the calcium a day is in food that holds it fast (" + worst +
           "): little of it reaches the body.";
}

verdict::Findings findings_of(PlateAnswer const& plate) {
    verdict::Findings findings;
    findings.diary = plate.diary_given;
    findings.days = plate.days > 0 ? plate.days : unknown;
    findings.share_read = plate.share_read;
    findings.energy_to_resting = plate.check.ratio;
    findings.energy_plausible = plate.check.plausible;
    for (auto const& entry : plate.nutrients) {
        auto& finding = findings.nutrient[static_cast<std::size_t>(entry.nutrient)];
        finding.per_day = entry.intake.per_day;
        finding.coverage = entry.intake.coverage;
        finding.from_supplements = entry.intake.from_supplements;
        finding.probability_inadequate = entry.probability_inadequate;
        if (entry.need) {
            finding.ear = entry.need->ear;
            finding.rda = entry.need->rda;
            finding.ai = entry.need->ai;
        }
        for (auto const& judged : entry.limits)
            finding.limits.push_back({std::string(judged.limit.authority), std::string(judged.limit.scope),
                                      judged.limit.value, judged.probability_above});
    }
    return findings;
}

/// The crowd of the answer once more, eating what the plan holds in the place of what is eaten now.
std::vector<week::BloodChange> blood_by(Answer const& answer, verdict::Findings const& findings,
                                        std::vector<diet::UsualIntake> usual, blood::Options const& crowd) {
    auto const now = week::held_now(answer.week.now);
    auto const then = week::held_by(answer.week.task, answer.week.menu.halves);
    for (diet::Nutrient n = 0; n < diet::nutrient_count; ++n) {
        auto& one = usual[static_cast<std::size_t>(n)];
        if (now[n] > 0 && known(then[n]))
            one.median *= then[n] / now[n];
    }
    auto const changed = blood::predict(answer.evidence, findings, answer.verdict.labs, usual, crowd);
    std::vector<week::BloodChange> out;
    for (auto const& line : changed.lines)
        for (auto const& before : answer.blood.lines)
            if (before.analyte == line.analyte) {
                double const by = line.p50 - before.p50;
                out.push_back({line.analyte, line.unit, line.decimals, before.p50, line.p50, line.noise,
                               (by < 0 ? -by : by) >= blood::detectable() * line.noise});
            }
    return out;
}

/// Where the diary itself bears no plan, that is the reason given, and no list of foods stands beside it.
void say_what_diary_lacks(Answer& answer, diet::Diary const& diary) {
    auto& plan = answer.verdict.plan;
    if (plan.status != "needs_data" && plan.status != "offered" && plan.status != "not_needed")
        return;
    constexpr auto energy = static_cast<std::size_t>(diet::nutrient("energy_kcal"));
    auto const& plate = answer.plate;
    double const eaten =
        plate.nutrients.size() > energy ? plate.nutrients[energy].intake.per_day.mid : unknown;
    auto why = week::why_not_this_diary(
        {answer.evidence, plan, diary, plate.days, plate.check.plausible, plate.check.ratio, {}}, eaten);
    if (why.empty())
        return;
    plan.status = "needs_data";
    plan.because = std::move(why);
    plan.source = "judgement";
    plan.foods.clear();
    plan.notes.clear();
    plan.short_of.clear();
}

} // namespace

PlateAnswer plate(diet::Person const& person, diet::Diary const& diary, verdict::Evidence const& evidence,
                  diet::Foods const& table) {
    PlateAnswer out;
    out.diary_format = diary.format;
    out.unread = diary.unread;
    out.notes = diary.notes;
    out.eaten = diary.eaten;
    out.share_read = diet::share_read(diary);
    out.diary_given = !diary.eaten.empty() || !evidence.stated_per_day.empty();
    out.stage = diet::stage_of(person);
    out.figures_may_harm = food_figures_may_harm(evidence);
    if (!out.diary_given && evidence.supplements.empty())
        return out;

    auto intake =
        diet::eaten_per_day(diary, evidence.supplements, table, evidence.days_logged.value_or(unknown));
    if (auto const whole = take_stated_amounts(intake, evidence); !whole.empty())
        out.notes.push_back(
            "The case gives amounts a day and not how much of the food they cover, so each was "
            "taken as the whole of what is eaten: " +
            whole + ".");
    out.days = intake.days > 0 ? intake.days : evidence.days_logged.value_or(0);
    out.day_totals = intake.day_totals;
    out.calcium_held_back = calcium_held_back(diary, intake.days, table);
    if (!out.calcium_held_back.empty())
        out.notes.push_back(out.calcium_held_back);
    out.check = diet::check_energy(intake, person);

    // What most people eat says little of someone who leaves whole food groups out.
    bool const usual_diet =
        (evidence.diet_type.empty() || evidence.diet_type == "omnivore") && evidence.diet_not_read.empty();
    for (diet::Nutrient n = 0; n < diet::nutrient_count; ++n) {
        NutrientAnswer entry;
        entry.nutrient = n;
        entry.intake = intake[n];
        entry.need = diet::needed(person, n, evidence.reference);
        entry.usual = diet::usual_intake(entry.intake, n, person, out.days, usual_diet);
        // Needs of niacin count what the body makes from protein; the food table does not.
        if (n == diet::nutrient("niacin_mg"))
            if (double const protein = intake[diet::nutrient("protein_g")].per_day.mid; known(protein))
                entry.usual.median += protein * diet::intake_facts.niacin_from_protein;
        if (entry.need) {
            entry.probability_inadequate = diet::probability_inadequate(entry.usual, *entry.need, person, n);
            entry.against_adequate = diet::against_adequate_intake(entry.intake, entry.need->ai);
            for (auto const& limit : entry.need->limits)
                entry.limits.push_back(diet::judge(limit, entry.intake, entry.usual));
        }
        out.nutrients.push_back(std::move(entry));
    }
    return out;
}

week::Week plan_week(Answer const& answer, diet::Diary const& diary, week::Wishes const& wishes,
                     diet::Foods const& table, week::Span span, week::Search search,
                     std::function<void(long nodes)> const& searched) {
    auto out = week::plan_week({answer.evidence, answer.verdict.plan, diary, answer.plate.days,
                                answer.plate.check.plausible, answer.plate.check.ratio, wishes, span, search,
                                searched},
                               table);
    if (out.planned())
        out.beside = week::beside_food(out.task, out.menu, answer.evidence, answer.verdict);
    return out;
}

Answer answer(verdict::Evidence const& evidence, diet::Diary const& diary, diet::Foods const& table,
              AnswerOptions const& options) {
    auto const& crowd = options.crowd;
    Answer out;
    out.evidence = evidence;
    out.plate = plate(evidence.person, diary, evidence, table);
    auto const findings = findings_of(out.plate);
    out.verdict = verdict::judge(evidence, findings);
    choose_foods(out.verdict.plan, evidence, findings, diary, table);
    say_what_diary_lacks(out, diary);
    for (auto& odd : week::PlanBans(evidence, out.verdict.plan.stops).not_considered())
        out.verdict.not_considered.push_back(std::move(odd));
    // The rule sees more than the lists do: the person's own words, too.
    for (auto const& reason : out.verdict.urgency_because)
        out.plate.figures_may_harm |=
            reason.rule.starts_with("eating_disorder") || reason.rule == "refeeding";
    std::vector<diet::UsualIntake> usual;
    for (auto const& entry : out.plate.nutrients)
        usual.push_back(entry.usual);
    out.blood = blood::predict(evidence, findings, out.verdict.labs, usual, crowd);
    out.felt = felt::felt(out.blood, verdict::Chart(evidence, findings));
    if (options.wishes) {
        out.week =
            plan_week(out, diary, *options.wishes, table, options.span, options.search, options.searched);
        // One day moves no blood.
        if (out.week.planned() && out.blood.people > 0 && options.span == week::Span::week)
            out.week.blood = blood_by(out, findings, usual, crowd);
    }
    return out;
}

Answer answer(verdict::Evidence const& evidence, diet::Diary const& diary, diet::Foods const& table,
              blood::Options const& crowd) {
    return answer(evidence, diary, table, AnswerOptions{.crowd = crowd, .wishes = std::nullopt});
}

} // namespace rheobase
