#include "model/diet/limit.hpp"

#include "engine/elementary.hpp"
#include "model/diet/intake_facts.rows.hpp"

#include <algorithm>

namespace rheobase::diet {

using engine::log, engine::normal_below;

LimitJudgement judge(Limit const& limit, NutrientIntake const& intake, UsualIntake const& usual) {
    LimitJudgement out{limit, unknown, unknown, {}};
    if (limit.scope == "preformed") {
        out.cannot_judge =
            "The limit counts the animal form only, and the food tables do not tell it from the plant form.";
        return out;
    }
    if (limit.kind == "ul_nicotinic_acid") {
        out.cannot_judge =
            "The limit holds for one form of niacin (nicotinic acid), and the tables do not name the form.";
        return out;
    }
    bool const products_only = limit.scope == "supplements";
    bool const products_and_added = limit.scope == "supplements_and_fortified";
    if (products_only || products_and_added) {
        double const added = products_and_added ? intake.from_fortified : 0;
        Range const& taken = intake.from_supplements;
        out.counted = taken.mid + added;
        // A dose of a salt leaves open how much of it is the nutrient; only both ends on one side settle it.
        if (taken.low + added > limit.value)
            out.probability_above = 1;
        else if (!known(taken.high) || intake.products_unread)
            out.cannot_judge = "How much one of your products holds is not known.";
        else if (taken.high + added <= limit.value)
            out.probability_above = 0;
        else
            out.probability_above = (taken.high + added - limit.value) / (taken.high - taken.low);
        return out;
    }
    out.counted = intake.per_day.mid;
    if (!known(usual.median)) {
        // The known part alone may settle it one way; it never settles it the other way.
        out.counted = intake.per_day.low;
        if (intake.per_day.low > limit.value)
            out.probability_above = 1;
        else
            out.cannot_judge = "Too little is known of what you eat to say.";
        return out;
    }
    out.probability_above =
        usual.log_sd > 0
            ? 1 - normal_below((log(limit.value) -
                                log(std::max(usual.median, limit.value / intake_facts.tiny_share))) /
                               usual.log_sd)
            : (usual.median > limit.value ? 1.0 : 0.0);
    return out;
}

} // namespace rheobase::diet
