#include "model/nerve/response.hpp"

#include "engine/elementary.hpp"
#include "model/nerve/response.rows.hpp"

#include <algorithm>

namespace rheobase::nerve {

namespace {

/// -1 to 1 over the box, beyond it at its edge.
double place(std::size_t variable, double value, bool& beyond) {
    auto const& row = response_box_rows[variable];
    double const within = std::clamp(value, row.low, row.high);
    beyond = beyond || within != value;
    double const share = row.logarithmic > 0 ? engine::log(within / row.low) / engine::log(row.high / row.low)
                                             : (within - row.low) / (row.high - row.low);
    return 2 * share - 1;
}

std::array<double, response_variables.size()> places(Medium<double> const& medium, bool& beyond) {
    std::array<double, response_variables.size()> x{};
    for (std::size_t v = 0; v < x.size(); ++v)
        x[v] = place(v, medium.*response_variables[v], beyond);
    return x;
}

double product(ResponseTerm const& term, std::array<double, response_variables.size()> const& x) {
    double value = 1;
    for (std::size_t v = 0; v < x.size(); ++v) {
        for (int i = 0; i < term[v]; ++i)
            value *= x[v];
    }
    return value;
}

} // namespace

std::vector<ResponseTerm> response_terms() {
    // Calcium and potassium do nearly all; magnesium and sodium need no more than squares, and no long
    // products.
    constexpr int degree = 4, degree_of_others = 4;
    std::vector<ResponseTerm> terms;
    for (int a = 0; a <= degree; ++a) {
        for (int b = 0; b <= 2; ++b) {
            for (int c = 0; a + c <= degree; ++c) {
                for (int d = 0; d <= 2; ++d) {
                    if (a + b + c + d <= (b + d > 0 ? degree_of_others : degree))
                        terms.push_back({a, b, c, d});
                }
            }
        }
    }
    return terms;
}

std::vector<double> response_features(Medium<double> const& medium, std::vector<ResponseTerm> const& terms) {
    bool beyond = false;
    auto const x = places(medium, beyond);
    std::vector<double> out;
    for (auto const& term : terms)
        out.push_back(product(term, x));
    return out;
}

Response response(Medium<double> const& medium) {
    Response out;
    auto const x = places(medium, out.beyond);
    double p5 = 0, p50 = 0, p95 = 0, fires = 0;
    for (auto const& row : response_rows) {
        auto const power = [](double p) { return static_cast<int>(p); };
        double const value =
            product({power(row.calcium), power(row.magnesium), power(row.potassium), power(row.sodium)}, x);
        p5 += row.threshold_p5 * value;
        p50 += row.threshold_p50 * value;
        p95 += row.threshold_p95 * value;
        fires += row.fires * value;
    }
    auto const percent = [](double read) {
        return (std::max(engine::exp(read) - response_floor, 0.0) - 1) * 100;
    };
    out.threshold_p5 = percent(p5);
    out.threshold_p50 = percent(p50);
    out.threshold_p95 = percent(p95);
    out.fires_alone = 1 / (1 + engine::exp(-fires));
    return out;
}

} // namespace rheobase::nerve
