// The person as the body model can take them: what is known, and for what is not, a draw for each virtual
// person.
#pragma once

#include "model/blood/blood.hpp"
#include "model/ions/adults.hpp"

#include <optional>

namespace rheobase::blood {

struct Eats {
    double median = unknown; ///< a day, pills included; unknown: as adults of this age and sex do
    double log_sd = 0;
    double pills = 0;        ///< where the food is unknown, on top of it
    double wanted = unknown; ///< RDA or AI where the ordinary life holds at least that
    bool apart = false;      ///< the ordinary life has another amount; else it has this one, too
    bool told() const { return known(median) || pills > 0; }
};

struct Subject {
    double age = unknown;
    bool woman = false;
    ions::Stage stage = ions::Stage::none;
    double weight = unknown, height = unknown; ///< unknown: drawn
    double egfr_low = unknown, egfr_high = unknown, egfr_log_sd = 0;
    bool kidneys_ill = false;
    std::array<Eats, ions::ingested_count> eats{};
    bool pills_told = false; ///< no others are taken than those told of
    double alcohol_g = 0;
    std::optional<ions::Sun> sun; ///< nothing: the year's mean
};

/// Why the body model cannot tell of this person; empty where it can.
std::string why_not(verdict::Evidence const& evidence);

/// Needs an evidence that `why_not` has nothing against. Adds to `notes` what a reader should know.
Subject subject(verdict::Evidence const& evidence, verdict::Findings const& findings,
                std::vector<verdict::LabLine> const& labs, std::span<diet::UsualIntake const> usual,
                std::vector<std::string>& notes);

/// The stranger who fills the gaps of virtual person number `person`.
ions::Adult stranger(Subject const& subject, std::uint64_t seed, std::uint32_t person);

/// Which parts of the person's own life one world has; the others are ordinary.
struct Own {
    std::array<bool, ions::ingested_count> food{};
    bool kidneys = false;
};

ions::Individual individual(Subject const& subject, ions::Adult const& stranger, Own const& own,
                            std::uint64_t seed, std::uint32_t person);

} // namespace rheobase::blood
