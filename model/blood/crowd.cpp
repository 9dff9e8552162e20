#include "model/blood/crowd.hpp"

#include <algorithm>

namespace rheobase::blood {

Crowd::Crowd(Subject const& subject, std::vector<Part> const& parts, Options const& options)
    : subject_(subject), parts_(parts), options_(options) {
    for (int i = 0; i < options.people; ++i)
        strangers_.push_back(stranger(subject, options.seed, static_cast<std::uint32_t>(i)));
}

Levels Crowd::live(std::vector<bool> const& lived, int people) const {
    auto experiment = life(subject_, parts_, lived);
    experiment.people = people;
    experiment.seed = options_.seed;
    Own own;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
        if (parts_[i].kind == Part::Kind::food)
            own.food[static_cast<std::size_t>(parts_[i].what)] = lived[i];
        if (parts_[i].kind == Part::Kind::kidneys)
            own.kidneys = lived[i];
    }
    ions::RunOptions how;
    how.threads = options_.threads;
    how.lanes = options_.lanes;
    how.grid = long_steps;
    how.individual = [&](std::uint32_t person) {
        return individual(subject_, strangers_[person], own, options_.seed, person);
    };
    auto const findings = ions::run(experiment, how);
    Levels out(tests().size(), std::vector<double>(static_cast<std::size_t>(people), unknown));
    // By person, phase and hour: what comes last is today.
    for (auto const& row : findings.person_rows) {
        auto const test = std::find(tests().begin(), tests().end(), row.what) - tests().begin();
        out[static_cast<std::size_t>(test)][static_cast<std::size_t>(row.person)] = row.value;
    }
    return out;
}

std::vector<double> differences(std::vector<double> const& now, std::vector<double> const& then) {
    std::vector<double> out(std::min(now.size(), then.size()));
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = now[i] - then[i];
    return out;
}

} // namespace rheobase::blood
