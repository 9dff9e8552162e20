#include "model/blood/weigh.hpp"

#include "engine/elementary.hpp"
#include "engine/weighted_percentile.hpp"
#include "model/blood/judging.rows.hpp"

namespace rheobase::blood {

namespace {

double effective_number(std::vector<double> const& weights) {
    double sum = 0, of_squares = 0;
    for (double const w : weights) {
        sum += w;
        of_squares += w * w;
    }
    return of_squares > 0 ? sum * sum / of_squares : 0;
}

} // namespace

Weights::Weights(std::vector<double> const& levels) {
    for (double const level : levels)
        of_.push_back(known(level) ? 1 : 0);
}

Fit Weights::weigh(double measured, std::vector<double> const& expected, double cv) {
    double below = 0, sum = 0, best = unknown;
    std::vector<double> log_likelihood(of_.size(), unknown);
    for (std::size_t i = 0; i < of_.size(); ++i) {
        if (!(expected[i] > 0))
            continue;
        double const sd = cv * expected[i];
        double const z = (measured - expected[i]) / sd;
        below += of_[i] * engine::normal_below(z);
        sum += of_[i];
        log_likelihood[i] = -z * z / 2 - engine::log(sd);
        if (!(log_likelihood[i] <= best))
            best = log_likelihood[i];
    }
    if (!(sum > 0) || below < judging.far_out * sum || below > (1 - judging.far_out) * sum)
        return Fit::far_out;
    auto weighed = of_;
    for (std::size_t i = 0; i < of_.size(); ++i)
        weighed[i] *= known(log_likelihood[i]) ? engine::exp(log_likelihood[i] - best) : 0;
    if (effective_number(weighed) <= judging.least_effective)
        return Fit::too_few;
    of_ = std::move(weighed);
    return Fit::weighed;
}

double Weights::effective() const {
    return effective_number(of_);
}

double Weights::percentile(std::vector<double> const& values, double share) const {
    return engine::weighted_percentile(values, of_, share);
}

} // namespace rheobase::blood
