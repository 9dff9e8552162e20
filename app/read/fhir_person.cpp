// The person and the life stage of a record: age, sex, pregnancy. The case goes before it.
#include "app/read/fhir_codes.hpp"
#include "app/read/fhir_reading.rows.hpp"
#include "app/read/fhir_record.hpp"
#include "app/read/fhir_stage.hpp"

#include <algorithm>

namespace rheobase::read::fhir {

namespace {

bool recent_enough(std::optional<double> const& days) {
    return days && *days >= 0 && *days <= fhir_reading.pregnancy_counts_days;
}

} // namespace

void set_stage(std::string_view stage, std::optional<double> const& days, std::string const& said,
               Record& record, verdict::Evidence& evidence) {
    auto& person = evidence.person;
    bool const lasting = stage == "menopause";
    if (!lasting && !recent_enough(days)) {
        record.told.say(
            said, "It is too long ago, or without a date, to tell of now. If it still holds, say so in the "
                  "case.");
        return;
    }
    if (stage == "menopause")
        person.menopause = true;
    if (stage == "lactating")
        person.lactating = true;
    // Of a yes and a no the safer one stays: in pregnancy more is watched.
    if (stage == "pregnant")
        person.pregnant = true;
    if (stage == "not_pregnant" && !person.pregnant)
        person.pregnant = false;
}

void set_due_date(std::optional<When> const& due, std::string const& said, Record& record,
                  verdict::Evidence& evidence) {
    auto const days = record.days_ago(due);
    // Over days are possible, 42 weeks at most.
    double const over = fhir_reading.pregnancy_counts_days - fhir_reading.term_days;
    if (!days || -*days > fhir_reading.term_days || *days > over) {
        record.told.say(said, "The due date does not lie in the months ahead, so it is not used.");
        return;
    }
    evidence.person.pregnant = true;
    double const weeks = (fhir_reading.term_days + *days) / fhir_reading.week_days;
    auto& known = evidence.person.pregnancy_weeks;
    known = known ? std::max(*known, weeks) : weeks;
}

void read_person(Record& record, verdict::Evidence& evidence) {
    auto& person = evidence.person;
    for (auto const& entry : record.entries) {
        if (entry.type != "Patient")
            continue;
        auto const gender = state_at(*entry.resource, "gender");
        if (gender == "female" || gender == "male")
            person.sex = gender == "female" ? diet::Sex::female : diet::Sex::male;
        else if (!gender.empty())
            record.told.say("gender " + gender,
                            "Needs and ranges are known for female and male bodies only, so ranges of "
                            "both are used.");
        auto const born = when(text_at(*entry.resource, "birthDate"));
        if (born && record.today && born->day <= *record.today)
            person.age_years = static_cast<double>(*record.today - born->day) / fhir_reading.year_days;
        else if (born && !record.today)
            record.told.say("birth date", "The record holds no other date, so the age is not known. Give "
                                          "--today, or the age in the case.");
        else if (born)
            record.told.say("birth date", "The birth date lies after every other date, so it is not used.");
        if (truth_at(*entry.resource, "deceasedBoolean").value_or(false) ||
            !text_at(*entry.resource, "deceasedDateTime").empty())
            record.told.say("the person is marked as dead", "Is this the right record?");
    }
}

} // namespace rheobase::read::fhir
