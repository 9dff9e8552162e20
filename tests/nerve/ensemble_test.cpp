// The committed ensemble, against the tool that made it and the people it was made from.
#include "base/csv.hpp"
#include "tools/nerve/ensemble_row.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <sstream>

using namespace rheobase;
using namespace rheobase::nerve;

namespace {

std::string read(std::string const& path) {
    std::ifstream file(std::string(RHEOBASE_ROOT) + path);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

std::vector<std::string> lines_of_ensemble() {
    std::istringstream text(read("/model/nerve/ensemble.csv"));
    std::vector<std::string> lines;
    for (std::string line; std::getline(text, line);)
        lines.push_back(line);
    return lines;
}

} // namespace

TEST(Ensemble, HoldsAtLeastFiveHundredAxonsOfNearlyAllPeople) {
    EXPECT_GE(ensemble().size(), 500u);
    auto const lines = lines_of_ensemble();
    std::set<std::string> people;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        CsvReader reader(lines[i]);
        CsvRow row;
        reader.next(row);
        people.insert(row.cells[1]);
    }
    EXPECT_GE(people.size(), 180u) << "of 192";
}

class EnsembleMember : public testing::TestWithParam<std::size_t> {};

TEST_P(EnsembleMember, ComesOutAgainDigitByDigit) {
    auto const lines = lines_of_ensemble();
    auto const people = recordings(read("/tools/nerve/people.csv"));
    auto const potassium = responses(read("/tools/nerve/potassium.csv"));
    auto const wanted = conditions(read("/tools/nerve/conditions.csv"));
    ASSERT_EQ(lines.front(), ensemble_header());
    auto const& line = lines[1 + GetParam() * (lines.size() - 2) / 9];
    auto const axon = static_cast<unsigned>(std::stoul(line));
    auto const fit = fitted(axon, people, potassium);
    auto const choice = chosen(fit, people, wanted);
    ASSERT_TRUE(choice) << axon;
    EXPECT_EQ(ensemble_row(fit, *choice), line);
}

INSTANTIATE_TEST_SUITE_P(Ten, EnsembleMember, testing::Range<std::size_t>(0, 10));
