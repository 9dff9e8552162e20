#include "tests/nerve/directions.hpp"

#include "base/csv.hpp"
#include "base/number.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>

namespace rheobase::nerve {

namespace {

double value(Tracked const& t, std::string const& index) {
    if (index == "rest_mv")
        return t.rest;
    for (std::size_t i = 0; i < indices_rows.size(); ++i) {
        if (indices_rows[i].key == index)
            return t.indices[i];
    }
    return unknown;
}

} // namespace

std::vector<Direction> directions() {
    std::ifstream file(RHEOBASE_ROOT "/tests/nerve/directions.csv");
    std::stringstream text;
    text << file.rdbuf();
    std::string const csv = text.str();
    CsvReader reader(csv);
    CsvRow row;
    reader.next(row);
    std::vector<Direction> out;
    while (reader.next(row)) {
        auto const number = [&](std::size_t c, double otherwise) {
            return row.cells[c].empty() ? otherwise : std::stod(row.cells[c]);
        };
        Direction d;
        d.what = row.cells[0];
        d.medium = ordinary_medium;
        d.medium.calcium = number(1, d.medium.calcium);
        d.medium.magnesium = number(2, d.medium.magnesium);
        d.medium.potassium = number(3, d.medium.potassium);
        d.medium.ph = number(4, d.medium.ph);
        d.medium.temperature = number(5, d.medium.temperature);
        d.pump = number(6, 1);
        d.holding_percent = number(7, 0);
        d.index = row.cells[8];
        d.direction = row.cells[9];
        d.low = number(10, unknown);
        d.high = number(11, unknown);
        d.source = row.cells[12];
        d.because = row.cells[13];
        out.push_back(d);
    }
    return out;
}

std::vector<Measured> measured(std::vector<Direction> const& rows, std::size_t axons) {
    auto const usual = tracked(axons, [](std::size_t) {
        return Situation<double>{ordinary_medium, 1, 1, 0};
    });
    std::map<std::string, std::vector<Tracked>> done;
    std::vector<Measured> out;
    for (auto const& d : rows) {
        if (!done.contains(d.what))
            done[d.what] = tracked(axons, [&](std::size_t i) {
                return Situation<double>{d.medium, 1, d.pump, d.holding_percent / 100 * usual[i].threshold};
            });
        auto const& now = done[d.what];
        std::vector<double> changes, scratch;
        int as_published = 0, counted = 0;
        for (std::size_t i = 0; i < axons; ++i) {
            double const change = d.index == "threshold_percent"
                                      ? (now[i].threshold / usual[i].threshold - 1) * 100
                                      : value(now[i], d.index) - value(usual[i], d.index);
            changes.push_back(change);
            if (!known(change))
                continue;
            ++counted;
            as_published += d.direction == "up"     ? change > 0
                            : d.direction == "down" ? change < 0
                                                    : change >= d.low && change <= d.high;
        }
        Measured m{d, engine::summary(changes, scratch), 0, 0, false, true};
        m.tracked = static_cast<double>(counted) / static_cast<double>(axons);
        m.share = counted > 0 ? static_cast<double>(as_published) / counted : unknown;
        m.sign_met = m.share > 0.5;
        if (known(d.low))
            m.size_met = m.change.p50 >= d.low && m.change.p50 <= d.high;
        out.push_back(m);
    }
    return out;
}

} // namespace rheobase::nerve
