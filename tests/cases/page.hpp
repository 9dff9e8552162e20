// The scores as a table of docs/verdict.md, between two marks that the test rewrites or compares.
#pragma once

#include "tests/cases/score.hpp"

#include <string>

namespace rheobase::cases {

struct Scores {
    Score program, always_self_care, always_routine;
    Score as_first_labelled; ///< the program against the labels before any of them was changed
    std::size_t relabelled_cases = 0;
    Score held_out; ///< people whom nobody who wrote the rules had seen
};

/// Asks every case and counts, beside the two baselines and the labels as they were first written.
Scores score_all();

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
