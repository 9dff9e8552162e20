// docs/validation-nerve.md is what the ensemble gives; RHEOBASE_BLESS=1 rewrites it.
#include "tests/nerve/page.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

using namespace rheobase::nerve;

TEST(ValidationNerve, ThePageIsWhatTheEnsembleGivesSlowly) {
    auto const size = ensemble().size();
    std::ifstream notes_file(RHEOBASE_ROOT "/tests/nerve/misses.md");
    std::stringstream notes;
    notes << notes_file.rdbuf();
    auto const axons = tracked(size, [](std::size_t) {
        return Situation<double>{rheobase::nerve::ordinary_medium, 1, 1, 0};
    });
    std::string const page =
        "# How far the nerve can be trusted\n"
        "The ensemble of " +
        std::to_string(size) +
        " motor axons beside the recordings of people and what is published of nerves. Written by\n"
        "`tests/nerve`; `./check --all` fails when a figure here is no longer what the model gives. The "
        "recordings are those\n"
        "that the axons were fitted to, so the first three sections say how well a crowd of such axons can "
        "be like people, not\n"
        "how well it predicts; what follows was not fitted, but for the rows of tools/nerve/potassium.csv "
        "and conditions.csv.\n\n" +
        page_of_indices(axons) + page_of_curves(axons) + page_of_correlations(axons) +
        page_of_directions(size) + page_of_calm(size) + page_of_onset(size) + page_of_dependence(size) +
        notes.str();
    std::string const path = RHEOBASE_ROOT "/docs/validation-nerve.md";
    if (std::getenv("RHEOBASE_BLESS") != nullptr)
        std::ofstream(path) << page;
    std::ifstream file(path);
    std::stringstream committed;
    committed << file.rdbuf();
    EXPECT_EQ(committed.str(), page);
}
