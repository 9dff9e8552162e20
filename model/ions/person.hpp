// Virtual people: a draw of every fact for one of them.
#pragma once

#include "base/spread.hpp"
#include "model/ions/experiment.hpp"
#include "model/ions/physiology.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rheobase::ions {

/// A fact given another value, or another spread, than its row: for fitting and for what-ifs.
struct Override {
    std::string fact; ///< "table.fact"
    double value = 0;
    bool same_for_all = false; ///< drop the row's spread
};

/// Every fact of every law, in the order of Physiology's members.
std::vector<FactSpread> all_facts();
/// Those facts with overrides applied; a name that no fact has is a broken assumption.
std::vector<FactSpread> all_facts(std::span<Override const> overrides);

/// What can be known of a participant; the rest is drawn.
struct Participant {
    double age = 40;
    bool woman = false;
    double weight = 70;
    double egfr = unknown;    ///< mL/min/1.73 m²
    double albumin = unknown; ///< g/L
    double height = unknown;  ///< cm
    Stage stage = Stage::none;
};

/// Person number `person` of a crowd, as the experiment describes its people.
Participant participant(Participants const& who, std::uint64_t seed, std::uint32_t person);

/// Every fact for that person, with stores and flows scaled to the body.
Physiology<double> physiology(Participant const& who, std::span<FactSpread const> facts, std::uint64_t seed,
                              std::uint32_t person);

/// An amount that differs between people, for one of them: lognormal with that arithmetic mean and deviation. The same
/// name gives the same rank in every phase.
double amount(Spread const& spread, std::string_view name, std::uint64_t seed, std::uint32_t person);

} // namespace rheobase::ions
