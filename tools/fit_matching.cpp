// Fits the weights of the name matcher: matching_weights.csv and name_family_weights.csv.
//
//   fit_matching PAIRS.csv EVERYDAY.csv MODEL_DIET_FOLDER
//
// Every name with a known right answer makes its foods compete: the weights are those under which the right
// ones win most probably (a softmax over the candidates), held near the values the tables were first given by
// a penalty on the square of the change, and of the sign they were given. Only the development half of the
// pairs is used (the half is a hash of the name, as in bench/matching.cpp). The result is written over the
// two tables; run it, build, and repeat until it no longer changes, because the candidates are found with the
// weights that are compiled in.
//
// How sure a choice is (matching_sureness.csv) is a logistic regression on choices made with weights that had
// not seen the name: the names are dealt into folds, and each fold is judged by weights fitted to the others.

#include "base/csv.hpp"
#include "base/number.hpp"
#include "model/diet/match_score.hpp"
#include "model/diet/matching.hpp"
#include "model/diet/name_family_weights.rows.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>

namespace {

using namespace rheobase;
using namespace rheobase::diet;

constexpr int competitors = 60;
constexpr int rounds = 800;
constexpr double step = 0.02;
constexpr double penalty = 0.002; // per name and squared relative change
constexpr double everyday_share = 0.5;
constexpr int folds = 5;
constexpr std::size_t rivals = 8;

std::string read(std::string const& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

bool in_second_half(std::string const& name) {
    std::uint64_t hash = 0xcbf29ce484222325;
    for (char const c : name)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    hash ^= hash >> 32;
    hash ^= hash >> 16;
    hash ^= hash >> 8;
    return hash & 1;
}

struct Asked {
    std::string name;
    std::set<Food> right;
    Origin origin;
    double share;
};

std::vector<Asked> read_asked(std::string const& pairs, std::string const& everyday) {
    std::vector<Asked> all;
    std::string text = read(pairs);
    CsvReader reader(text);
    CsvRow row;
    reader.next(row);
    std::map<std::string, std::size_t> place;
    while (reader.next(row)) {
        auto const food = foods().find(row.cells.at(2));
        if (!food || in_second_half(row.cells[1]))
            continue;
        auto const [at, fresh] = place.try_emplace(row.cells[1], all.size());
        if (fresh)
            all.push_back({row.cells[1], {}, Origin::sr, 1});
        all[at->second].right.insert(*food);
    }
    text = read(everyday);
    CsvReader more(text);
    more.next(row);
    while (more.next(row)) {
        Asked asked{row.cells.at(0), {}, Origin::any, everyday_share};
        std::istringstream ids(row.cells.at(1));
        for (std::string id; ids >> id;)
            if (auto const food = foods().find(id))
                asked.right.insert(*food);
        all.push_back(asked);
    }
    return all;
}

constexpr std::size_t family_weights = static_cast<std::size_t>(family_count) * 3;
constexpr std::size_t weights = feature_count + family_weights;
using Row = std::vector<float>;

struct Contest {
    std::vector<Row> rows;
    std::vector<Scored> scored;
    std::vector<bool> right;
    double share;
};

/// Rewrites one numeric column of a table, row by row.
void rewrite(std::string const& path, std::vector<std::string> const& columns,
             std::vector<std::vector<double>> const& values) {
    std::string const text = read(path);
    CsvReader reader(text);
    CsvRow row;
    reader.next(row);
    auto const heading = row.cells;
    std::string out = csv_line(heading) + '\n';
    for (std::size_t at = 0; reader.next(row); ++at) {
        for (std::size_t k = 0; k < columns.size(); ++k) {
            auto const column = static_cast<std::size_t>(
                std::find(heading.begin(), heading.end(), columns[k]) - heading.begin());
            char figure[32];
            std::snprintf(figure, sizeof figure, "%.3g", values[at][k]);
            row.cells[column] = figure;
        }
        auto const source =
            static_cast<std::size_t>(std::find(heading.begin(), heading.end(), "source") - heading.begin());
        row.cells[source] = "computed";
        out += csv_line(row.cells) + '\n';
    }
    std::ofstream(path, std::ios::binary) << out;
}

double value_of(std::vector<double> const& now, Row const& row) {
    double sum = 0;
    for (std::size_t i = 0; i < weights; ++i)
        sum += now[i] * static_cast<double>(row[i]);
    return sum;
}

std::vector<double> fitted(std::vector<double> const& start, std::vector<Contest> const& all, int left_out) {
    std::vector<Contest const*> contests;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (static_cast<int>(i % folds) != left_out &&
            std::find(all[i].right.begin(), all[i].right.end(), true) != all[i].right.end())
            contests.push_back(&all[i]);
    auto now = start;
    std::vector<double> slope(weights), first(weights, 0), second(weights, 0);
    for (int round = 1; round <= rounds; ++round) {
        std::fill(slope.begin(), slope.end(), 0.0);
        double loss = 0;
        int won = 0;
        for (auto const* one : contests) {
            auto const& contest = *one;
            std::vector<double> value(contest.rows.size());
            double highest = -1e9;
            std::size_t best = 0;
            for (std::size_t r = 0; r < value.size(); ++r) {
                double const sum = value_of(now, contest.rows[r]);
                value[r] = sum;
                if (sum > highest) {
                    highest = sum;
                    best = r;
                }
            }
            won += contest.right[best];
            double mass = 0, right = 0;
            for (std::size_t r = 0; r < value.size(); ++r) {
                value[r] = std::exp(value[r] - highest);
                mass += value[r];
                right += contest.right[r] ? value[r] : 0;
            }
            loss -= contest.share * std::log(std::max(1e-12, right / mass));
            for (std::size_t r = 0; r < value.size(); ++r) {
                double const pull =
                    contest.share *
                    (value[r] / mass - (contest.right[r] ? value[r] / std::max(1e-12, right) : 0));
                for (std::size_t i = 0; i < weights; ++i)
                    slope[i] += pull * static_cast<double>(contest.rows[r][i]);
            }
        }
        for (std::size_t i = 0; i < weights; ++i) {
            if (start[i] == 0 || i == fndds || i == incomplete || i == conflict || i == unmet || i == marked)
                continue;
            double const scale = std::max(0.5, std::abs(start[i]));
            slope[i] +=
                penalty * static_cast<double>(contests.size()) * 2 * (now[i] - start[i]) / (scale * scale);
            first[i] = 0.9 * first[i] + 0.1 * slope[i];
            second[i] = 0.999 * second[i] + 0.001 * slope[i] * slope[i];
            double const mean = first[i] / (1 - std::pow(0.9, round));
            double const size = std::sqrt(second[i] / (1 - std::pow(0.999, round)));
            now[i] -= step * mean / (size + 1e-9);
            if (start[i] * now[i] < 0)
                now[i] = 0;
        }
        if (left_out < 0 && (round % 500 == 0 || round == 1))
            std::printf("round %4d: loss %.4f a name, first choice right %d of %zu\n", round,
                        loss / static_cast<double>(contests.size()), won, contests.size());
    }

    return now;
}

/// Logistic regression by gradient descent.
std::array<double, sureness_count> regressed(std::vector<std::array<double, sureness_count>> const& x,
                                             std::vector<double> const& y) {
    std::array<double, sureness_count> w{};
    for (int round = 0; round < 20000; ++round) {
        std::array<double, sureness_count> slope{};
        for (std::size_t r = 0; r < x.size(); ++r) {
            double sum = 0;
            for (std::size_t i = 0; i < sureness_count; ++i)
                sum += w[i] * x[r][i];
            double const off = 1 / (1 + std::exp(-sum)) - y[r];
            for (std::size_t i = 0; i < sureness_count; ++i)
                slope[i] += off * x[r][i];
        }
        for (std::size_t i = 0; i < sureness_count; ++i)
            w[i] -= 0.5 * slope[i] / static_cast<double>(x.size());
    }
    return w;
}

} // namespace

int main(int count, char** words) {
    if (count != 4) {
        std::cerr << "usage: fit_matching PAIRS.csv EVERYDAY.csv MODEL_DIET_FOLDER\n";
        return 2;
    }
    auto const asked = read_asked(words[1], words[2]);
    auto const index = NameIndex::open(foods());
    Matcher const matcher(foods());

    // The weights as one list: the features' (conflict, unmet and marked stand for all families and stay),
    // then three a family.
    std::vector<double> start(weights, 0);
    std::memcpy(start.data(), &matching_weights, sizeof matching_weights);
    for (std::size_t f = 0; f < family_count; ++f) {
        start[feature_count + 3 * f] = -name_family_weights_rows[f].conflict;
        start[feature_count + 3 * f + 1] = -name_family_weights_rows[f].unmet;
        start[feature_count + 3 * f + 2] = -name_family_weights_rows[f].marked;
    }

    std::vector<Contest> contests;
    int unreachable = 0;
    for (auto const& a : asked) {
        std::vector<Candidate> found;
        matcher.matches(a.name, competitors, a.origin, found);
        Question const question = Question::of(a.name, index);
        std::vector<std::uint8_t> stamps(index.weight.size(), 0);
        question.stamp(stamps);
        Contest contest{{}, {}, {}, a.share};
        bool any = false;
        for (auto const& candidate : found) {
            FamilyFeatures families{};
            auto const x = features_of(question, stamps, index, candidate.food, &families);
            Row values(weights, 0);
            for (std::size_t i = 0; i < feature_count; ++i)
                values[i] = i == conflict || i == unmet || i == marked ? 0 : static_cast<float>(x[i]);
            for (std::size_t f = 0; f < family_count; ++f)
                for (std::size_t k = 0; k < 3; ++k)
                    values[feature_count + 3 * f + k] = static_cast<float>(families[f][k]);
            contest.rows.push_back(std::move(values));
            contest.scored.push_back(scored(question, x, candidate.food));
            contest.right.push_back(a.right.contains(candidate.food));
            any |= contest.right.back();
        }
        contests.push_back(std::move(contest));
        unreachable += !any;
    }
    std::printf("%zu names, %d of them without the right food among the first %d\n", asked.size(),
                unreachable, competitors);

    auto const now = fitted(start, contests, -1);
    std::vector<std::array<double, sureness_count>> x;
    std::vector<double> y;
    for (int fold = 0; fold < folds; ++fold) {
        auto const others = fitted(start, contests, fold);
        for (std::size_t c = static_cast<std::size_t>(fold); c < contests.size(); c += folds) {
            auto contest = contests[c];
            std::vector<std::pair<Scored, bool>> order;
            for (std::size_t r = 0; r < contest.rows.size(); ++r) {
                contest.scored[r].score = value_of(others, contest.rows[r]);
                order.emplace_back(contest.scored[r], contest.right[r]);
            }
            if (order.empty())
                continue;
            std::stable_sort(order.begin(), order.end(),
                             [](auto const& a, auto const& b) { return a.first.score > b.first.score; });
            std::vector<Scored> ranked;
            for (std::size_t r = 0; r < order.size() && r < rivals; ++r)
                ranked.push_back(order[r].first);
            for (std::size_t r = 0; r < std::min<std::size_t>(2, ranked.size()); ++r) {
                x.push_back(sureness_terms(ranked, r));
                y.push_back(order[r].second);
            }
        }
    }
    auto const sure = regressed(x, y);

    std::vector<std::vector<double>> figures, families;
    for (std::size_t i = 0; i < feature_count; ++i)
        figures.push_back({now[i]});
    for (std::size_t f = 0; f < family_count; ++f)
        families.push_back(
            {-now[feature_count + 3 * f], -now[feature_count + 3 * f + 1], -now[feature_count + 3 * f + 2]});
    std::string const folder = std::string(words[3]) + '/';
    rewrite(folder + "matching_weights.csv", {"value"}, figures);
    std::vector<std::vector<double>> sureness_figures;
    for (double const w : sure)
        sureness_figures.push_back({w});
    rewrite(folder + "matching_sureness.csv", {"value"}, sureness_figures);
    rewrite(folder + "name_family_weights.csv", {"conflict", "unmet", "marked"}, families);
}
