// What it might be: each cause with its band in words and shape, and what speaks for and against it. Shares
// are for those who open the details.
#include "app/report/html/sheet.hpp"
#include "app/report/phrases.hpp"
#include "app/report/wording.hpp"

#include <fmt/core.h>

namespace rheobase::report {

namespace {

using verdict::Band, verdict::CauseShare;

std::string all_sources(CauseShare const& cause) {
    std::string cell;
    for (auto const& key : cause.sources)
        cell += (cell.empty() ? "" : ";") + key;
    return cell;
}

void write_band(Markup& html, Band band) {
    auto const box = html.in("span", {{"class", "band " + std::string(verdict::in_code(band))}});
    // One, two or three filled dots say the band without colour.
    int const filled = band == Band::likely ? 3 : band == Band::possible ? 2 : 1;
    html.ours(R"(<svg viewBox="0 0 30 10" aria-hidden="true">)");
    for (int i = 0; i < 3; ++i)
        html.ours(fmt::format(R"(<circle cx="{}" cy="5" r="3.6"{}/>)", 5 + 10 * i,
                              i < filled ? R"( class="full")" : ""));
    html.ours("</svg>");
    html.text(band_in_words(band));
}

void write_points(Markup& html, std::string_view title, std::string_view kind,
                  std::vector<std::string> const& points) {
    if (points.empty())
        return;
    auto const line = html.in("p", {{"class", "points " + std::string(kind)}});
    html.leaf("b", title);
    for (auto const& point : points) {
        html.text(" ");
        html.said("span", sentence(point));
    }
}

void write_share(Sheet& sheet, CauseShare const& cause) {
    auto const fold = sheet.html.in("details");
    sheet.html.leaf("summary", "How sure");
    std::string line = fmt::format("It plays a part in {:.0f} to {:.0f} of 100 people with such a story.",
                                   100 * cause.share.low, 100 * cause.share.high);
    if (known(cause.from_prior))
        line += fmt::format(" How common it is makes {:.0f} % of that; what you told makes {:.0f} %.",
                            100 * cause.from_prior, 100 * (1 - cause.from_prior));
    sheet.html.leaf("p", line);
}

void write_cause(Sheet& sheet, CauseShare const& cause) {
    auto const line = sheet.html.in("li");
    {
        auto const head = sheet.html.in("p", {{"class", "cause"}});
        write_band(sheet.html, cause.band);
        sheet.html.text(" ");
        sheet.html.said("strong", cause.name);
        sheet.refs(all_sources(cause));
    }
    if (!cause.text.empty())
        sheet.html.said("p", sentence(cause.text));
    write_points(sheet.html, "For it:", "for", cause.because);
    write_points(sheet.html, "Against it:", "against", cause.against);
    write_share(sheet, cause);
}

/// Nobody reads about a cause that hardly anybody like this has.
bool worth_listing(CauseShare const& cause) {
    return cause.band != Band::unlikely || cause.share.high >= possible_from || !cause.because.empty();
}

} // namespace

void write_causes(Sheet& sheet) {
    auto const& causes = sheet.answer.verdict.causes;
    if (causes.empty())
        return;
    auto const box =
        sheet.html.in("section", {{"aria-labelledby", "causes"}, {"class", sheet.emergency ? "later" : ""}});
    sheet.heading("What it might be", "causes");
    auto const list_of = [&](bool unlikely) {
        auto const list = sheet.html.in("ol", {{"class", "causes"}});
        for (auto const& cause : causes)
            if ((cause.band == Band::unlikely) == unlikely && (!unlikely || worth_listing(cause)))
                write_cause(sheet, cause);
    };
    auto const any = [&](bool unlikely) {
        for (auto const& cause : causes)
            if ((cause.band == Band::unlikely) == unlikely && (!unlikely || worth_listing(cause)))
                return true;
        return false;
    };
    // In an emergency the likely harmless cause must not be the next thing that is read.
    if (sheet.emergency) {
        sheet.html.leaf("p", "First get help. This can wait, and your doctor may want it.");
        auto const fold = sheet.html.in("details");
        sheet.html.leaf("summary", "Causes that were weighed");
        for (bool const unlikely : {false, true})
            if (any(unlikely))
                list_of(unlikely);
        return;
    }
    sheet.html.leaf("p", "In order, most fitting first. More than one can be true.", {{"class", "note"}});
    if (any(false))
        list_of(false);
    if (!any(true))
        return;
    auto const fold = sheet.html.in("details");
    sheet.html.leaf("summary", "Less likely causes that were weighed");
    list_of(true);
}

} // namespace rheobase::report
