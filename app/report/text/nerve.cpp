#include "app/report/text/nerve.hpp"

#include "app/report/phrases.hpp"
#include "app/report/text/page.hpp"
#include "model/nerve/medium_parts.hpp"

#include <fmt/core.h>

namespace rheobase::report {

namespace {

using namespace nerve;

// Columns of the table; the mark of the model takes one more.
constexpr std::size_t for_name = 31, for_median = 7, for_band = 17, for_norm = 16, for_value = 9;

/// ▼ or ▲ where a value stands outside 95 % of healthy people.
std::string mark(Standing where) {
    return where == Standing::below ? "▼" : where == Standing::above ? "▲" : " ";
}

/// Flush right, and never without a blank before it, however long it is.
std::string right(std::string const& text, std::size_t to) {
    auto const taken = columns(text);
    return std::string(taken < to ? to - taken : 1, ' ') + text;
}

void write_medium(Page& page, NerveTold const& told) {
    page.heading("How easily a motor axon fires");
    auto const changes = changes_in_words(told);
    if (!changes.empty())
        page.paragraph(sentence("With " + listed(changes)), 2, 2);
    std::vector<std::string> ordinary;
    for (std::size_t i = 0; i < medium_parts.size(); ++i) {
        auto const& part = medium_parts[i];
        double const value = told.model.medium.*part.at;
        auto const unit = medium_limits_rows[i].unit;
        if (value == ordinary_medium.*part.at)
            ordinary.push_back(fmt::format("{} {:.6g}{}", part.words, value,
                                           unit == "1" ? "" : "\u00a0" + std::string(unit)));
    }
    if (!ordinary.empty())
        page.paragraph(
            sentence((changes.empty() ? "Ordinary blood and healthy myelin: " : "The rest is ordinary: ") +
                     listed(ordinary)),
            2, 2, Tint::faint);
}

void write_findings(Page& page, NerveTold const& told) {
    page.gap();
    for (auto const& words : findings(told))
        page.paragraph(words, 2, 2, Tint::strong);
    for (auto const& words : medium_cautions(told))
        page.item(words);
}

void write_indices(Page& page, NerveTold const& told) {
    bool const beside = told.recording.has_value();
    auto const found = beside ? measured(*told.recording) : Measured{};
    page.gap();
    bool const band = enough_for_a_band(told.model);
    page.line("  " + padded("", for_name) + right("model", for_median) + " " +
              right(band ? "90 % of axons" : "", for_band) + right("95 % of people", for_norm) +
              (beside ? right("recorded", for_value) : ""));
    for (auto const measurement : measurements) {
        page.line("  " + page.tinted(measurement_name(measurement), Tint::strong));
        for (std::size_t i = 0; i < index_count; ++i) {
            auto const& row = indices_rows[i];
            auto const& model = told.model.indices[i];
            if (measurement_of(row.key) != measurement)
                continue;
            auto const model_stands = standing(model.p50, row.norm_low, row.norm_high);
            auto line = "  " + padded(" " + index_name(i), for_name) +
                        right(index_figure(i, model.p50), for_median) + mark(model_stands) +
                        right(band ? index_range(i, model.p5, model.p95) : "", for_band) +
                        right(index_range(i, row.norm_low, row.norm_high), for_norm);
            if (beside) {
                auto const where = standing(found[i].value, row.norm_low, row.norm_high);
                line += right(index_figure(i, found[i].value), for_value);
                if (!standing_word(where).empty())
                    line += page.tinted(mark(where), Tint::warn);
            }
            page.line(line);
        }
    }
    page.paragraph(
        std::string(band ? "The model's figures are the median axon and what lies between the 5th and the 95th "
                           "percentile of axons; people's lie between the 2.5th and the 97.5th, a wider band. "
                         : "The model's figures are the median axon; so few have no band. ") +
            fmt::format("▼ and ▲: {} below or above 95 % of healthy people. A dash: fewer than half of the axons "
                        "give it, as where a long current fires them.",
                        beside ? "the median axon or the recording is" : "the median axon is"),
        2, 2, Tint::faint);
}

void write_recording(Page& page, NerveTold const& told) {
    if (!told.recording)
        return;
    auto const& r = *told.recording;
    page.heading("The recording");
    std::string who;
    for (auto const& part :
         {r.name, known(r.age_years) ? fmt::format("{:.3g} years", r.age_years) : std::string(), r.sex,
          r.sites, r.date,
          skin_known(r) ? fmt::format("skin at {:.3g} °C", r.temperature) : std::string()})
        if (!part.empty())
            who += (who.empty() ? "" : ", ") + part;
    if (!who.empty())
        page.paragraph(sentence(who), 2, 2);
    page.paragraph(recording_in_words(told), 2, 2);
    if (auto const words = listed_in_words(r); !words.empty())
        page.item(words);
    for (auto const& caution : cautions(told))
        page.item(caution);
    for (auto const& problem : told.unread)
        page.item("Not read: " + sentence(in_words(problem)));
}

} // namespace

std::string nerve_text(NerveTold const& all, bool colour) {
    auto const told = shown_of(all);
    Page page(colour);
    write_medium(page, told);
    write_findings(page, told);
    if (any_index(told))
        write_indices(page, told);
    write_recording(page, told);
    if (!told.notes.empty()) {
        page.heading("Notes");
        for (auto const& note : told.notes)
            page.item(note);
    }
    page.heading("What this is");
    for (auto const& limit : nerve_limits())
        page.item(limit);
    return std::move(page).text();
}

} // namespace rheobase::report
