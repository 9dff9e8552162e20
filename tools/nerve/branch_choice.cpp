#include "tools/nerve/branch_choice.hpp"

#include "base/csv.hpp"
#include "base/number.hpp"
#include "engine/draw.hpp"
#include "engine/lane_array.hpp"

#include <algorithm>
#include <cmath>

namespace rheobase::nerve {

namespace {

constexpr unsigned candidates = 24;
constexpr double watched_seconds = 1, onset_seconds = 0.5;
// Where a branch must be silent, it must be so with some noise to spare.
constexpr double to_spare = 1.2;

Member candidate(Fit const& fit, unsigned number) {
    Member m{fit.axon, {facts_at(fit.z), usual_ion_sensitivity}, usual_terminal, 0, 0};
    auto const drawn = [&](FactSpread const& fact) { return engine::draw(fact, 2, fit.axon * 64 + number); };
    for (std::size_t k = 0; k < IonSensitivityFacts<double>::count; ++k)
        m.axon.ions.*IonSensitivityFacts<double>::members[k] = drawn(ion_sensitivity_spreads[k]);
    for (std::size_t k = 0; k < TerminalFacts<double>::count; ++k)
        m.branch.*TerminalFacts<double>::members[k] = drawn(terminal_spreads[k]);
    return m;
}

/// The highest calcium at which a branch fires twice within half a second, for every lane.
std::vector<double> onsets(AxonKernel const& kernel, std::vector<Member> const& members) {
    std::vector<double> high(members.size(), ordinary_medium.calcium), low(members.size(), 0.3);
    for (int i = 0; i < 6; ++i) {
        std::vector<Situation<double>> in(members.size(), {ordinary_medium, 1, 1, 0});
        for (std::size_t l = 0; l < members.size(); ++l)
            in[l].medium.calcium = (high[l] + low[l]) / 2;
        auto const alone = watch(kernel, members, in, 1, onset_seconds);
        for (std::size_t l = 0; l < members.size(); ++l)
            (alone[l].spikes >= 2 ? low : high)[l] = in[l].medium.calcium;
    }
    for (std::size_t l = 0; l < members.size(); ++l)
        high[l] = (high[l] + low[l]) / 2;
    return high;
}

/// Whether a branch is silent for longer, and in another noise, wherever it must never fire.
bool calm(AxonKernel const& kernel, Member const& member, Conditions const& conditions) {
    std::vector<Situation<double>> in;
    for (auto const& condition : conditions.watched) {
        if (!(condition.fires > 0))
            in.push_back({condition.medium, 1, 1, 0});
    }
    auto const width = static_cast<std::size_t>(kernel.width);
    for (std::size_t from = 0; from < in.size(); from += width) {
        auto const count = std::min(width, in.size() - from);
        std::vector<Member> const same(count, member);
        auto const some = std::span(in).subspan(from, count);
        for (auto const& alone : watch(kernel, same, some, 2, 2 * watched_seconds)) {
            if (alone.spikes > 0)
                return false;
        }
    }
    return true;
}

double own_rheobase(AxonKernel const& kernel, Axon<double> const& axon) {
    engine::LaneArray axons(axon_count, kernel.width), in(situation_count, kernel.width),
        found(recording_count, kernel.width);
    for (int l = 0; l < kernel.width; ++l) {
        axons.put(axon, l);
        in.put(Situation<double>{ordinary_medium, 1, 1, 0}, l);
    }
    kernel.track(axons.data(), in.data(), found.data());
    return indices_of(traces_of(found.take<Recording<double>>(0)), 1)[index_place("rheobase_relative")];
}

double usual_rheobase(Recordings const& recordings) {
    std::vector<double> all;
    for (auto const& person : recordings.people)
        all.push_back(person.rheobase_ma);
    std::sort(all.begin(), all.end());
    return all[all.size() / 2];
}

} // namespace

Conditions conditions(std::string const& csv) {
    Conditions out;
    CsvReader reader(csv);
    CsvRow row;
    reader.next(row);
    while (reader.next(row)) {
        auto const number = [&](std::size_t c) { return std::stod(row.cells[c]); };
        if (row.cells[0] == "onset") {
            out.onset_mean = number(1);
            out.onset_sd = number(7);
        } else
            out.watched.push_back(
                {row.cells[0],
                 {number(1), number(2), number(3), ordinary_medium.sodium, number(4), number(5)},
                 number(6),
                 number(7)});
    }
    return out;
}

std::optional<Chosen> chosen(Fit const& fit, Recordings const& recordings, Conditions const& conditions) {
    auto const& kernel = axon_kernel(0);
    std::vector<Chosen> all;
    std::vector<double> weights;
    auto const width = static_cast<unsigned>(kernel.width);
    for (unsigned from = 0; from < candidates; from += width) {
        std::vector<Member> pack;
        for (unsigned l = 0; l < width; ++l)
            pack.push_back(candidate(fit, from + l));
        std::vector<double> weight(pack.size(), 1.0);
        std::vector<Chosen> found;
        for (auto const& m : pack)
            found.push_back({m, unknown, {}, 0});
        for (auto const& condition : conditions.watched) {
            std::vector<Situation<double>> const in(pack.size(), {condition.medium, 1, 1, 0});
            auto const alone =
                watch(kernel, pack, in, 1, watched_seconds, condition.fires > 0 ? 1 : to_spare);
            for (std::size_t l = 0; l < pack.size(); ++l) {
                bool const fires = alone[l].spikes > 0;
                found[l].fires.push_back(fires);
                weight[l] *= fires ? condition.fires : condition.silent;
            }
        }
        if (std::any_of(weight.begin(), weight.end(), [](double w) { return w > 0; })) {
            auto const at = onsets(kernel, pack);
            for (std::size_t l = 0; l < pack.size(); ++l) {
                double const off = (at[l] - conditions.onset_mean) / conditions.onset_sd;
                found[l].calcium_onset = at[l];
                weight[l] *= std::exp(-0.5 * off * off);
            }
        }
        all.insert(all.end(), found.begin(), found.end());
        weights.insert(weights.end(), weight.begin(), weight.end());
    }
    double total = 0;
    for (double const w : weights)
        total += w;
    if (!(total > 0))
        return std::nullopt;
    double aim = total * engine::uniform(3, fit.axon, engine::fact_key("candidate"));
    std::size_t place = 0;
    while (place + 1 < weights.size() && aim > weights[place])
        aim -= weights[place++];
    auto out = all[place];
    if (!calm(kernel, out.member, conditions))
        return std::nullopt;
    out.mean_weight = total / candidates;
    out.member.rheobase = own_rheobase(kernel, out.member.axon);
    out.member.person_rheobase =
        recordings.people[fit.axon % recordings.people.size()].rheobase_ma / usual_rheobase(recordings);
    return out;
}

} // namespace rheobase::nerve
