// Every index in a row: where the healthy are, where the model stands in this medium, what was recorded.
#include "app/report/html/nerve_panels.hpp"
#include "app/report/html/scale.hpp"

#include <fmt/core.h>

namespace rheobase::report {

namespace {

using namespace nerve;

/// The strip reaches three quarters of the healthy band beyond it; what lies further out is an arrow.
void write_strip(Markup& html, std::size_t i, Spread const& model, double recorded) {
    constexpr double beyond = 0.75;
    auto const& row = indices_rows[i];
    double const more = beyond * (row.norm_high - row.norm_low);
    auto label = fmt::format("{}: healthy {}", index_words(i), index_range(i, row.norm_low, row.norm_high));
    if (known(model.p50))
        label += fmt::format(", model {}", index_range(i, model.p5, model.p95));
    if (known(recorded))
        label += fmt::format(", recorded {}", index_figure(i, recorded));
    Scale scale(html, label, row.norm_low - more, row.norm_high + more);
    scale.band(row.norm_low, row.norm_high);
    if (known(model.p5) && known(model.p95))
        scale.range(model.p5, model.p50, model.p95, "model");
    if (known(recorded))
        scale.point(recorded, "measured");
}

void write_index(Markup& html, NerveTold const& told, std::size_t i, MeasuredIndex const& found) {
    auto const& row = indices_rows[i];
    auto const& model = told.model.indices[i];
    auto const line = html.in("tr");
    {
        auto const name = html.in("th", {{"scope", "row"}});
        html.text(index_words(i));
        if (row.unit != "1") {
            html.text(" ");
            html.leaf("span", "in " + std::string(row.unit), {{"class", "unit"}});
        }
    }
    {
        auto const strip = html.in("td", {{"class", "strip"}});
        write_strip(html, i, model, found.value);
    }
    {
        auto const cell = html.in("td");
        html.leaf("b", index_figure(i, model.p50));
        if (known(model.p5)) {
            html.text(" ");
            html.leaf("span", index_range(i, model.p5, model.p95), {{"class", "range"}});
        }
    }
    html.leaf("td", index_range(i, row.norm_low, row.norm_high));
    if (!told.recording)
        return;
    auto const where = standing(found.value, row.norm_low, row.norm_high);
    bool const outside = !standing_word(where).empty();
    auto const cell = html.in("td", {{"class", outside ? "outside" : "inside"}});
    html.text(index_figure(i, found.value));
    if (outside) {
        html.text(" ");
        html.leaf("span", where == Standing::below ? "▼ below" : "▲ above");
    }
    if (found.origin == Origin::list)
        html.text(" *");
}

} // namespace

void write_index_table(Markup& html, NerveTold const& told) {
    auto const found = told.recording ? measured(*told.recording) : Measured{};
    auto const section = html.in("section", {{"aria-labelledby", "indices"}});
    html.leaf("h2", "Indices", {{"id", "indices"}});
    {
        auto const table = html.in("table", {{"class", "indices"}});
        {
            auto const head = html.in("thead");
            auto const row = html.in("tr");
            html.leaf("th", "Index", {{"scope", "col"}});
            html.leaf("td", "", {{"class", "strip"}});
            html.leaf("th", enough_for_a_band(told.model) ? "Model: median, 90 % of axons" : "Model: median axon",
                      {{"scope", "col"}});
            html.leaf("th", "95 % of healthy people", {{"scope", "col"}});
            if (told.recording)
                html.leaf("th", "Recording", {{"scope", "col"}});
        }
        for (auto const measurement : measurements) {
            auto const body = html.in("tbody");
            {
                auto const row = html.in("tr", {{"class", "group"}});
                html.leaf("th", measurement_name(measurement),
                          {{"scope", "colgroup"}, {"colspan", told.recording ? "5" : "4"}});
            }
            for (std::size_t i = 0; i < index_count; ++i)
                if (measurement_of(indices_rows[i].key) == measurement)
                    write_index(html, told, i, found[i]);
        }
    }
    if (auto const words = told.recording ? listed_in_words(*told.recording) : std::string(); !words.empty())
        html.leaf("p", "* " + words, {{"class", "note"}});
    html.leaf("p",
              "90 % of axons lie between the 5th and the 95th percentile, 95 % of people between the 2.5th and "
              "the 97.5th: the bands are unlike, and people's is the wider for that alone. In the drawings "
              "people's percentiles are taken where they are known (parts of the recovery cycle, the time "
              "constant), mean ± 1.96 SD elsewhere. A dash: fewer than half of the axons give it, "
              "as where a long current fires them.",
              {{"class", "note"}});
    html.leaf("p",
              "The healthy are 192 people, median nerve to thumb (APB). Rheobase counts in that of the "
              "median healthy nerve; "
              "in a recording it depends on skin and electrodes as much as on the nerve.",
              {{"class", "note"}});
}

} // namespace rheobase::report
