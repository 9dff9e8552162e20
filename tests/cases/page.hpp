// The scores as a table of docs/verdict.md, between two marks that the test rewrites or compares.
#pragma once

#include "tests/cases/score.hpp"

#include <string>

namespace rheobase::cases {

struct Scores {
    Score program, always_self_care, always_routine;
};

/// Asks every case and counts, beside the two baselines.
Scores score_all(std::vector<Label> const& labels);

/// One row of aims.csv.
struct Aim {
    std::string measure;
    bool at_most = false;
    double value = unknown;
};
std::vector<Aim> aims();

/// The share that an aim of this name is about.
Share const& measured(Score const& score, std::string const& measure);

/// The part of the page that the cases write.
std::string page_of(Scores const& scores, SecondLook const& look, std::vector<Aim> const& aims);

/// `page` with what stands between the marks replaced; "" when the marks are not there.
std::string with_part(std::string const& page, std::string const& part);

} // namespace rheobase::cases
