// The public surface: what is known of a person in, an answer out. Everything else can be reached by its path
// and is promised nothing.
#pragma once

#include "model/blood/blood.hpp"
#include "model/diet/diary.hpp"
#include "model/diet/energy_check.hpp"
#include "model/diet/inadequacy.hpp"
#include "model/diet/intake.hpp"
#include "model/diet/limit.hpp"
#include "model/diet/need.hpp"
#include "model/diet/usual_intake.hpp"
#include "model/felt/felt.hpp"
#include "model/verdict/evidence.hpp"
#include "model/verdict/verdict.hpp"
#include "model/week/week.hpp"

namespace rheobase {

/// One nutrient: what is eaten, what is needed, and what may be said of the two.
struct NutrientAnswer {
    diet::Nutrient nutrient = 0;
    diet::NutrientIntake intake;
    diet::UsualIntake usual;
    std::optional<diet::Need> need; ///< nothing without age and sex
    double probability_inadequate = unknown;
    diet::AgainstAdequate against_adequate = diet::AgainstAdequate::cannot_say; ///< where only an AI is set
    std::vector<diet::LimitJudgement> limits;
};

/// The plate alone: everything that food and supplements say before anyone asks how the person feels.
struct PlateAnswer {
    bool diary_given = false;
    std::string diary_format;
    double days = 0;
    double share_read = unknown;
    std::vector<diet::Unread> unread;
    std::vector<std::string> notes;
    std::string calcium_held_back; ///< one of the notes
    bool figures_may_harm = false; ///< an eating disorder: text for people shows no amounts of food or energy
    std::vector<diet::Eaten> eaten;
    std::vector<diet::DayTotal> day_totals;
    diet::Stage stage;
    diet::EnergyCheck check;
    std::vector<NutrientAnswer>
        nutrients; ///< in the order of nutrients.csv; empty when nothing was eaten or taken
};

struct Answer {
    verdict::Evidence evidence;
    PlateAnswer plate;
    verdict::Verdict verdict;
    blood::Prediction blood; ///< empty unless asked for
    felt::Felt felt;         ///< what that blood would do to a nerve
    week::Week week;         ///< what to eat; empty unless asked for
};

/// What a diary and the products beside it hold, against what such a person needs.
PlateAnswer plate(diet::Person const& person, diet::Diary const& diary, verdict::Evidence const& evidence,
                  diet::Foods const& table);

/// What an answer is made with, beyond what is known of the person. The crowd that predicts blood tests has
/// no people unless asked for, and the week is planned where wishes are given, if only empty ones: these take
/// time.
struct AnswerOptions {
    blood::Options crowd;
    std::optional<week::Wishes> wishes;
    week::Span span = week::Span::week; ///< of that plan
    week::Search search = week::Search::proven;
    std::function<void(long nodes)> searched = {}; ///< called now and then while that plan is looked for
};

/// The whole chain. Pure: the same input gives the same answer.
Answer answer(verdict::Evidence const& evidence, diet::Diary const& diary, diet::Foods const& table,
              AnswerOptions const& options);
Answer answer(verdict::Evidence const& evidence, diet::Diary const& diary, diet::Foods const& table,
              blood::Options const& crowd = {});

/// The week, or day, that an answer bears, for wishes other than those it was made with.
week::Week plan_week(Answer const& answer, diet::Diary const& diary, week::Wishes const& wishes,
                     diet::Foods const& table, week::Span span = week::Span::week,
                     week::Search search = week::Search::proven,
                     std::function<void(long nodes)> const& searched = {});

} // namespace rheobase
