#include "app/report/csv/ions.hpp"

#include "app/report/ions_words.hpp"
#include "model/ions/names.hpp"

#include <cmath>
#include <fmt/format.h>
#include <iterator>

namespace rheobase::report {

namespace {

using Out = std::back_insert_iterator<std::string>;

/// Six figures; blank for what nobody knows; no minus before a zero.
void put_figure(Out out, double value) {
    if (std::isfinite(value))
        fmt::format_to(out, ",{:.6g}", value == 0 ? 0.0 : value);
    else
        *out++ = ',';
}

/// An hour is a count of steps, so that it needs more figures than a measurement, but not its last bits.
void put_hour(Out out, double hour) {
    fmt::format_to(out, ",{:.10g}", hour == 0 ? 0.0 : hour);
}

} // namespace

std::string ions_csv(ions::Experiment const& experiment, ions::Findings const& findings) {
    std::string text;
    Out const out(text);
    if (experiment.per_person) {
        text = "person,phase,hour,what,value\n";
        auto const who = reached(experiment, findings);
        for (auto const& row : findings.person_rows) {
            if (!who[static_cast<std::size_t>(row.person)])
                continue;
            fmt::format_to(out, "{},{}", row.person, row.phase);
            put_hour(out, row.hour);
            fmt::format_to(out, ",{}", name_of(row.what));
            put_figure(out, row.value);
            text += '\n';
        }
        return text;
    }
    text = "phase,hour,what,mean,sd,p5,p50,p95\n";
    for (auto const& row : findings.rows) {
        fmt::format_to(out, "{}", row.phase);
        put_hour(out, row.hour);
        fmt::format_to(out, ",{}", name_of(row.what));
        for (double const value : {row.mean, row.sd, row.p5, row.p50, row.p95})
            put_figure(out, value);
        text += '\n';
    }
    return text;
}

} // namespace rheobase::report
