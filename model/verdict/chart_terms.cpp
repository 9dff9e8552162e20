#include "model/verdict/chart.hpp"

#include "model/verdict/codes.hpp"
#include "model/verdict/flags.rows.hpp"

#include <algorithm>

namespace rheobase::verdict {

namespace {

bool code_fits(std::string_view pattern, std::string_view code) {
    return pattern.ends_with('*') ? code.starts_with(pattern.substr(0, pattern.size() - 1)) : pattern == code;
}

std::pair<std::string_view, std::string_view> first_part(std::string_view path) {
    auto const dot = path.find('.');
    return dot == path.npos ? std::pair{path, std::string_view{}}
                            : std::pair{path.substr(0, dot), path.substr(dot + 1)};
}

bool one_of(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

} // namespace

std::string need_of(Term const& term) {
    auto const [kind, path] = first_part(term.path);
    auto const [code, what] = first_part(path);
    if (kind == "drug")
        return "medications";
    if (kind == "symptom" && !what.empty())
        return std::string(code) + "." + std::string(what);
    if (kind == "intake" || kind == "supplement")
        return std::string(kind) + "." + std::string(code);
    if (kind == "answered" && code == "unread_symptoms")
        return "symptoms";
    if (kind == "word" || kind == "answered" || kind == "assessed")
        return {};
    if (kind == "complaint")
        return "duration_days";
    if (code.ends_with('*'))
        return std::string(code.substr(0, code.size() - 1));
    return std::string(code);
}

std::string why_not_askable(Term const& term) {
    auto const [kind, path] = first_part(term.path);
    auto const [code, what] = first_part(path);
    auto unknown_thing = [&](std::string_view thing) {
        return std::string(thing) + " '" + std::string(code) + "' is not known";
    };
    bool const numeric = term.compare == Compare::less || term.compare == Compare::at_most ||
                         term.compare == Compare::more || term.compare == Compare::at_least ||
                         term.compare == Compare::equal;
    if (one_of(kind, {"symptom", "condition", "event", "exposure", "investigation", "family", "allergy"})) {
        auto const codes_kind = std::string(kind);
        bool some = false;
        for (auto const& row : codes_rows)
            some |= row.kind == codes_kind && code_fits(code, row.code);
        if (!some && kind != "allergy")
            return unknown_thing(kind);
        if (kind == "symptom") {
            if (one_of(what, {"since_days", "per_day", "places"}))
                return numeric ? "" : "." + std::string(what) + " must be compared with a number";
            if (what == "site")
                return term.compare == Compare::is ? "" : ".site must be followed by 'is'";
            if (!one_of(what, {"", "new", "sudden", "fast", "gradual", "severe", "worsening", "improving",
                               "multifocal", "at_night", "doctor_saw", "suppressible"}))
                return "a symptom has no '" + std::string(what) + "'";
            return term.compare == Compare::holds ? "" : "a symptom is present or not; it is not compared";
        }
        return one_of(what, {"", "since_days"}) ? "" : "it has no '" + std::string(what) + "'";
    }
    if (kind == "drug") {
        if (!drug_class_exists(code))
            return unknown_thing("the class of medicines");
        if (what == "changed")
            return term.compare == Compare::within ? "" : ".changed needs 'within N days'";
        if (one_of(what, {"taken_days", "number", "per_day"}))
            return numeric ? "" : "." + std::string(what) + " must be compared with a number";
        return one_of(what, {"", "withdrawn"}) && term.compare == Compare::holds
                   ? ""
                   : "a class of medicines has no such question";
    }
    if (kind == "lab") {
        if (!code_row("analyte", code))
            return unknown_thing("the analyte");
        if (one_of(what, {"rise_48h", "ratio_7d"}))
            return term.compare == Compare::at_least ? "" : "a rise is compared with >=";
        if (what == "spoiled")
            return numeric || term.compare == Compare::holds ? "" : ".spoiled is compared with a number";
        if (what == "undisturbed")
            return term.compare == Compare::holds ? "" : ".undisturbed is asked alone";
        return what.empty() ? "" : "an analyte has no '" + std::string(what) + "'";
    }
    if (kind == "person")
        return one_of(code, {"age_years", "sex", "pregnant", "pregnancy_weeks", "postpartum_days",
                             "lactating", "menopause", "little_intake_days", "weight_loss_percent",
                             "weight_change_days", "weight_change_intended", "bmi", "skin", "latitude"})
                   ? ""
                   : unknown_thing("of a person");
    if (kind == "supplement" || kind == "intake") {
        if (!diet::nutrient_called(code))
            return unknown_thing("the nutrient");
        return numeric && one_of(what, {"", "inadequate", "coverage", "above_limit"})
                   ? ""
                   : "an amount is compared with a number";
    }
    if (kind == "lifestyle")
        return one_of(code, {"caffeine_mg", "alcohol_units_week", "sleep_h", "stress", "exercise", "sweat",
                             "fluid_l_today", "screen_h", "sun", "shift_work", "occupation"})
                   ? ""
                   : unknown_thing("of lifestyle");
    if (kind == "loss")
        return one_of(code, {"vomits_per_day", "stools_per_day", "days"}) ? "" : unknown_thing("of losses");
    if (kind == "vital")
        return one_of(code, {"systolic", "diastolic", "pulse", "temperature_c"})
                   ? ""
                   : unknown_thing("the vital sign");
    if (kind == "diet")
        return code_row("diet", code) ? "" : unknown_thing("the diet");
    if (kind == "assessed")
        return code_row("symptom", code) ? "" : unknown_thing("the symptom");
    if (kind == "complaint")
        return code == "since_days" && numeric ? "" : "the complaint has since_days, compared with a number";
    if (kind == "answered")
        return one_of(code, {"diary", "labs", "symptoms", "lifestyle", "medications", "unread_symptoms"})
                   ? ""
                   : unknown_thing("what is answered");
    if (kind == "word")
        return "";
    // Advice may ask what the rules and causes came to.
    if (kind == "urgency")
        return one_of(code, {"emergency", "soon", "routine", "self_care"}) ? ""
                                                                           : unknown_thing("the urgency");
    if (kind == "rule")
        return std::any_of(flags_rows.begin(), flags_rows.end(),
                           [&](FlagsRow const& row) { return row.rule == code; })
                   ? ""
                   : unknown_thing("the rule");
    if (kind == "cause")
        return code_row("cause", path) ? "" : unknown_thing("the cause");
    return "terms of kind '" + std::string(kind) + "' are not known";
}

} // namespace rheobase::verdict
