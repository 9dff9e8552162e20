// What was told, as a doctor would ask for it: signs, illness, medicines, products, habits, and what came
// when.
#include "app/report/html/body_sites.hpp"
#include "app/report/html/person.hpp"
#include "app/report/html/sheet.hpp"
#include "app/report/phrases.hpp"
#include "app/report/wording.hpp"

#include <algorithm>
#include <fmt/core.h>

namespace rheobase::report {

namespace {

/// A row of the list of facts: the heading, then each part set apart by a semicolon.
class Row {
  public:
    Row(Markup& html, std::string_view heading) : html_(html), heading_(heading) {}
    ~Row() {
        if (started_)
            html_.ours("</dd>\n");
    }
    Row(Row const&) = delete;
    Row& operator=(Row const&) = delete;

    /// One more part: what, word for word from the answer, then our words about it.
    void add(std::string_view what, std::string_view about = {}) {
        start();
        html_.said("span", what);
        if (!about.empty())
            html_.text(" " + std::string(about));
    }
    /// One more part with its name before it.
    void add_named(std::string const& name, std::string_view what) {
        start();
        html_.text(name + ": ");
        html_.said("span", what);
    }
    /// One more part in our own words.
    void add_in_words(std::string const& words) {
        start();
        html_.text(words);
    }

  private:
    void start() {
        if (!started_)
            html_.leaf("dt", heading_);
        html_.ours(started_ ? "; " : "<dd>");
        started_ = true;
    }

    Markup& html_;
    std::string_view heading_;
    bool started_ = false;
};

std::string when(std::optional<double> const& days) {
    return days ? "(" + days_ago(*days) + ")" : "";
}

void write_symptoms(Sheet& sheet) {
    auto const& symptoms = sheet.answer.evidence.symptoms;
    {
        Row row(sheet.html, "Signs");
        for (auto const& symptom : symptoms)
            if (symptom.present.value_or(true))
                row.add(spoken(symptom.code),
                        symptom.since_days ? "for " + for_days(*symptom.since_days) : std::string());
    }
    Row row(sheet.html, "Asked and not there");
    for (auto const& symptom : symptoms)
        if (!symptom.present.value_or(true))
            row.add(spoken(symptom.code));
}

void write_findings(Sheet& sheet, std::string_view heading, std::vector<verdict::Finding> const& findings) {
    Row row(sheet.html, heading);
    for (auto const& finding : findings) {
        std::string about = finding.present.value_or(true) ? "" : "(no)";
        if (!finding.by.empty())
            about += (about.empty() ? "" : " ") + std::string("(") + finding.by + ")";
        if (finding.days_ago)
            about += (about.empty() ? "" : " ") + when(finding.days_ago);
        row.add(spoken(finding.code), about);
    }
}

void write_medicines(Sheet& sheet) {
    {
        Row row(sheet.html, "Medicines");
        for (auto const& medicine : sheet.answer.evidence.medicines) {
            std::string about = medicine.dose;
            auto const since = medicine.since_days ? medicine.since_days : medicine.started_days_ago;
            if (since)
                about += (about.empty() ? "for " : ", for ") + for_days(*since);
            if (!medicine.current)
                about += (about.empty() ? "" : ", ") + std::string("stopped ") +
                         (medicine.stopped_days_ago ? days_ago(*medicine.stopped_days_ago) : "");
            row.add(medicine.name, about.empty() ? "" : "(" + about + ")");
        }
    }
    Row row(sheet.html, "Read as");
    for (auto const& medicine : sheet.answer.verdict.medicines_read)
        row.add(medicine);
}

void write_products(Sheet& sheet) {
    Row row(sheet.html, "Products beside food");
    for (auto const& product : sheet.answer.evidence.supplements) {
        std::string about = product.dose;
        if (known(product.per_day))
            about += fmt::format("{}{:g} a day", about.empty() ? "" : ", ", product.per_day);
        for (std::size_t n = 0; n < product.each.size(); ++n)
            if (product.each[n].high > 0)
                about += fmt::format("; {} {} each", diet::about(static_cast<int>(n)).name,
                                     range(product.each[n], static_cast<int>(n)));
        row.add(product.name, about.empty() ? "" : "(" + about + ")");
    }
}

struct Habit {
    std::string_view key, name, unit;
};
constexpr Habit habits[] = {{"caffeine_mg", "caffeine", " mg a day"},
                            {"alcohol_units_week", "alcohol", " units a week"},
                            {"sleep_h", "sleep", " hours"},
                            {"fluid_l_today", "drunk today", " litres"},
                            {"screen_h", "screens", " hours"}};

std::string habit_name(std::string_view key) {
    for (auto const& habit : habits)
        if (habit.key == key)
            return std::string(habit.name);
    return plain_site(key);
}

std::string habit_unit(std::string_view key) {
    for (auto const& habit : habits)
        if (habit.key == key)
            return std::string(habit.unit);
    return "";
}

void write_habits(Sheet& sheet) {
    auto const& e = sheet.answer.evidence;
    Row row(sheet.html, "Habits");
    if (!e.diet_type.empty())
        row.add(e.diet_type, "diet");
    for (auto const& [key, value] : e.lifestyle)
        row.add_in_words(fmt::format("{} {:g}{}", habit_name(key), value, habit_unit(key)));
    for (auto const& [key, value] : e.lifestyle_words)
        row.add_named(habit_name(key), value);
}

void write_body_figures(Sheet& sheet) {
    auto const& person = sheet.answer.evidence.person;
    Row row(sheet.html, "Body");
    if (sheet.without_amounts)
        return;
    if (person.weight_kg)
        row.add_in_words(fmt::format("weight {:g} kg", *person.weight_kg));
    if (person.height_cm)
        row.add_in_words(fmt::format("height {:g} cm", *person.height_cm));
    if (person.weight_change_percent)
        row.add_in_words(
            fmt::format("weight change {:+g} %{}", *person.weight_change_percent,
                        person.weight_change_days ? " in " + for_days(*person.weight_change_days) : ""));
    for (auto const& [key, value] : sheet.answer.evidence.vitals)
        if (key != "days_ago")
            row.add_in_words(fmt::format("{} {:g}", plain_site(key), value));
    for (auto const& [key, value] : sheet.answer.evidence.losses)
        row.add_in_words(fmt::format("{} {:g}", plain_site(key), value));
}

} // namespace

void write_told(Sheet& sheet) {
    auto const& e = sheet.answer.evidence;
    auto const& v = sheet.answer.verdict;
    auto& html = sheet.html;
    auto const box = html.in("section", {{"aria-labelledby", "told"}});
    sheet.heading("What this rests on", "told");
    if (!e.words.empty())
        html.said("blockquote", e.words);
    {
        auto const list = html.in("dl", {{"class", "told"}});
        write_symptoms(sheet);
        write_findings(sheet, "Conditions", e.conditions);
        write_findings(sheet, "Examinations", e.investigations);
        write_medicines(sheet);
        write_products(sheet);
        write_habits(sheet);
        write_findings(sheet, "Family", e.family);
        write_findings(sheet, "Exposures", e.exposures);
        write_findings(sheet, "Events", e.events);
        write_findings(sheet, "Allergies", e.allergies);
        write_body_figures(sheet);
        Row row(html, "When");
        for (auto const& entry : v.timeline)
            row.add(entry.what, when(known(entry.days_ago) ? std::optional(entry.days_ago) : std::nullopt));
    }
}

} // namespace rheobase::report
