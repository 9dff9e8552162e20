#include "model/ions/survival.hpp"

#include "model/ions/names.hpp"
#include "model/ions/survival.rows.hpp"

namespace rheobase::ions {

namespace {

// Places beyond those of the momentary observables.
constexpr std::size_t water_share = momentary_count, extracellular_share = momentary_count + 1,
                      skeleton_share = momentary_count + 2;

struct Limit {
    std::size_t place;
    double low, high;
    std::string_view why;
};

std::vector<Limit> limits_of_rows() {
    std::vector<Limit> found;
    for (auto const& row : survival_rows) {
        if (row.what == "water_share")
            found.push_back({water_share, row.low, row.high, row.why});
        if (row.what == "extracellular_share")
            found.push_back({extracellular_share, row.low, row.high, row.why});
        if (row.what == "skeleton_share")
            found.push_back({skeleton_share, row.low, row.high, row.why});
        for (std::size_t i = 0; i < momentary_count; ++i)
            if (observables_rows[i].key == row.what)
                found.push_back({i, row.low, row.high, row.why});
    }
    return found;
}

double value_at(std::size_t place, LaneArray const& read, LaneArray const& state, LaneArray const& physiology, int lane) {
    if (place < momentary_count)
        return read.at(place, lane);
    auto const fact = [&](std::size_t offset) { return physiology.at(offset / sizeof(double), lane); };
    if (place == skeleton_share)
        return state.at(at::skeleton, lane) / fact(offsetof(Physiology<double>, calcium.skeleton));
    double const ordinary = fact(offsetof(Physiology<double>, who.water));
    if (place == water_share)
        return state.at(at::water, lane) / ordinary;
    double const sodium = read.at(static_cast<std::size_t>(Observable::sodium_serum), lane);
    return state.at(at::sodium, lane) / sodium /
           (fact(offsetof(Physiology<double>, water.extracellular_share)) * ordinary);
}

} // namespace

std::string_view not_survived(LaneArray const& read, LaneArray const& state, LaneArray const& physiology, int lane) {
    static std::vector<Limit> const limits = limits_of_rows();
    std::string_view why;
    for (auto const& limit : limits) {
        double const value = value_at(limit.place, read, state, physiology, lane);
        if (!known(value))
            return not_followed;
        if (why.empty() && !(value >= limit.low && value <= limit.high))
            why = limit.why;
    }
    return why;
}

} // namespace rheobase::ions
