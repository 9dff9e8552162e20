#include "app/report/text/answer.hpp"

#include "app/report/blood_words.hpp"
#include "app/report/felt_words.hpp"
#include "app/report/lab_words.hpp"
#include "app/report/phrases.hpp"
#include "app/report/text/blood.hpp"
#include "app/report/text/felt.hpp"
#include "app/report/text/page.hpp"
#include "app/report/text/plan.hpp"
#include "app/report/text/plate.hpp"
#include "app/report/wording.hpp"
#include "base/printable.hpp"
#include "model/ledger.hpp"
#include "model/verdict/codes.hpp"

#include <algorithm>
#include <fmt/core.h>
#include <set>

namespace rheobase::report {

namespace {

using verdict::Band, verdict::Urgency, verdict::Verdict;

constexpr std::size_t causes_first = 5;
constexpr std::size_t reasons_first = 3;
constexpr std::size_t advice_first = 4;
constexpr double mostly = 0.7;

void write_do_now(Page& page, Verdict const& v) {
    page.heading("WHAT TO DO NOW");
    auto const tint =
        v.urgency == Urgency::emergency || v.urgency == Urgency::soon ? Tint::warn : Tint::strong;
    page.paragraph(sentence(v.headline), 2, 2, tint);
    if (v.urgency == Urgency::emergency && !call_said(v))
        page.paragraph(sentence(v.act.emergency_text), 2, 2, tint);
    auto const reasons = leading_reasons(v);
    for (std::size_t i = 0; i < reasons.size() && i < reasons_first; ++i)
        page.paragraph((i == 0 ? "Why: " : "Also: ") + sentence(reasons[i].text), 2, 2);
    if (!v.conditional_on_absent.empty()) {
        page.paragraph("Only if you have none of these, which the case does not mention:", 2, 2);
        for (auto const& phrase : red_flags_in_groups(v.conditional_on_absent))
            page.item(phrase, 4);
    }
    for (auto const& test : v.tests_for_safety)
        page.item("Ask for: " + spoken(test.code) + ". " + sentence(test.text));
    for (std::size_t i = 0; i < v.act_on.size() && i < advice_first; ++i)
        page.item(sentence(v.act_on[i].text));
    for (std::size_t i = 0; i < v.do_not.size() && i < advice_first; ++i)
        page.item(sentence(v.do_not[i].text));
}

void write_watch(Page& page, Verdict const& v) {
    if (v.watch.empty())
        return;
    page.heading("WATCH FOR");
    for (std::size_t i = 0; i < v.watch.size() && i < advice_first; ++i)
        page.item(sentence(v.watch[i].text));
}

void write_causes(Page& page, Verdict const& v) {
    if (v.causes.empty())
        return;
    page.heading("WHAT IT MIGHT BE (in order; this is not a diagnosis)");
    for (std::size_t i = 0; i < v.causes.size() && i < causes_first; ++i) {
        auto const& cause = v.causes[i];
        if (i > 0 && cause.band == Band::unlikely)
            break;
        std::string line = band_in_words(cause.band) + ": " + cause.name;
        if (!cause.because.empty())
            line +=
                ". " +
                sentences({cause.because.begin(),
                           cause.because.begin() + std::min<std::ptrdiff_t>(2, std::ssize(cause.because))});
        page.paragraph(sentence(line), 2, 4);
    }
}

/// What the person said, on one line however it was typed.
void write_words(Page& page, Answer const& answer) {
    auto words = printable(answer.evidence.words);
    for (char& c : words)
        if (c == '\n' || c == '\r' || c == '\t')
            c = ' ';
    if (words.find_first_not_of(' ') == words.npos)
        return;
    page.gap();
    page.paragraph("In your words: “" + words + "”", 2, 4);
}

void write_labs(Page& page, Verdict const& v) {
    if (v.labs.empty())
        return;
    page.heading("Blood tests you gave");
    for (auto const& lab : v.labs) {
        std::string line = (lab.name.empty() ? lab.analyte : lab.name) + ": " + value_in_words(lab);
        if (!lab.flag.empty())
            line += ", " + lab.flag;
        if (known(lab.low) || known(lab.high))
            line += "; " + range_in_words(lab);
        line += ", " + days_ago(lab.days_ago.value_or(unknown));
        if (known(lab.value) && lab.written.starts_with("computed"))
            line += ", " + lab.written;
        if (!lab.used)
            line += ". Not used: " + lab.why_not;
        page.item(sentence(line));
    }
    for (auto const& pattern : v.patterns)
        page.item("Together: " + pattern.text);
}

void write_all_causes(Page& page, Verdict const& v) {
    if (v.causes.empty() || v.urgency == Urgency::emergency)
        return;
    page.heading("Every cause that was weighed");
    for (auto const& cause : v.causes) {
        std::string line = fmt::format("{}: {}, {:.0f} to {:.0f} in 100", band_in_words(cause.band),
                                       cause.name, 100 * cause.share.low, 100 * cause.share.high);
        // Where little but its frequency speaks for a cause, the reader should know.
        if (cause.from_prior >= mostly)
            line += ", mostly because it is common";
        line += ".";
        if (!cause.text.empty())
            line += " " + sentence(cause.text);
        if (!cause.because.empty())
            line += " For: " + sentences(cause.because);
        if (!cause.against.empty())
            line += " Against: " + sentences(cause.against);
        page.item(line);
        if (cause.band == Band::unlikely && cause.share.high < possible_from)
            break;
    }
}

void write_unjudged(Page& page, Answer const& answer) {
    auto const& v = answer.verdict;
    if (v.not_considered.empty() && v.missing.empty() && answer.plate.unread.empty())
        return;
    page.heading("What could not be judged");
    for (auto const& odd : v.not_considered)
        page.item(odd.what + ": " + sentence(odd.why) +
                  (odd.nearest.empty() ? "" : " Did you mean " + odd.nearest + "?"));
    if (!v.missing.empty())
        page.item("It would help most to know: " + missing_in_words(v.missing) + ".");
    write_diary(page, answer.plate);
}

/// The first sign of the case: twitch, cramp, spasm and tremor are taken for one another, and their cards
/// tell them apart.
std::string first_sign(Answer const& answer) {
    for (auto const& symptom : answer.evidence.symptoms)
        if (symptom.present.value_or(true) && verdict::code_row("symptom", symptom.code))
            return symptom.code;
    return "twitch";
}

void write_sources(Page& page, Answer const& answer) {
    std::set<std::string> keys;
    auto const add = [&](std::string_view cell) {
        while (!cell.empty()) {
            auto const end = cell.find(';');
            keys.emplace(cell.substr(0, end));
            cell = end == cell.npos ? std::string_view{} : cell.substr(end + 1);
        }
    };
    for (auto const& reason : answer.verdict.urgency_because)
        add(reason.source);
    for (auto const& cause : answer.verdict.causes)
        if (cause.band != Band::unlikely)
            for (auto const& source : cause.sources)
                add(source);
    for (auto const& entry : answer.plate.nutrients)
        if (entry.need)
            add(entry.need->source);
    for (auto const& test : answer.verdict.tests)
        add(test.source);
    for (auto const& sentence : felt_sentences(answer))
        add(sentence.source);
    for (auto const& stop : answer.verdict.plan.stops)
        add(stop.source);
    add(answer.verdict.plan.source);
    if (!answer.plate.eaten.empty())
        keys.insert({"usda_fndds_2021", "usda_sr_legacy"});
    page.heading("Sources");
    for (auto const& key : keys)
        if (auto const cited = citation(key); !cited.text.empty())
            page.item(fmt::format("{}{}", cited.text, cited.year.empty() ? "" : ", " + cited.year));
    page.item("Every number with its source: rheobase facts NAME.");
    page.item(fmt::format("What a sign, a cause or a nutrient is: rheobase explain {}.", first_sign(answer)));
}

} // namespace

std::string answer_text(Answer const& answer, bool colour) {
    Page page(colour);
    auto const& v = answer.verdict;
    bool const emergency = v.urgency == Urgency::emergency;
    write_do_now(page, v);
    if (auto const from = day_counted_from(v); !from.empty())
        page.paragraph(from, 2, 2);
    write_watch(page, v);
    // In an emergency nothing stands between the reader and the call but what to watch for.
    if (!emergency) {
        write_causes(page, v);
        write_tests(page, v);
    }
    bool const diary_lost = !answer.plate.diary_given && !answer.plate.notes.empty();
    if (!emergency && (diary_lost || !answer.plate.nutrients.empty())) {
        page.heading("WHAT YOU EAT AGAINST WHAT YOU NEED");
        write_intake_summary(page, answer.plate);
    }
    // What a rule asks for is not to be softened by a model: then it stands among the details.
    bool const fired = rule_fired(answer);
    if (!fired) {
        write_blood(page, answer);
        write_felt(page, answer);
    }
    if (!emergency)
        write_plan(page, v.plan);
    if (!answer.plate.figures_may_harm)
        write_first_changes(page, answer.week);
    page.gap();
    page.paragraph("This is information, not a diagnosis, and no clinician has reviewed it. Never stop a "
                   "prescribed medicine "
                   "without asking. Nothing you gave leaves this machine.",
                   2, 2, Tint::faint);
    page.gap();
    page.line("────────────────────────────────────── Details ──────────────────────────────────────");
    write_words(page, answer);
    write_labs(page, v);
    if (fired) {
        write_blood(page, answer);
        write_felt(page, answer);
    }
    write_all_causes(page, v);
    if (!answer.plate.nutrients.empty() && !answer.plate.figures_may_harm) {
        page.heading("Each nutrient");
        write_intake_details(page, answer.plate);
    }
    write_stops(page, v.plan);
    write_unjudged(page, answer);
    write_sources(page, answer);
    return std::move(page).text();
}

} // namespace rheobase::report
