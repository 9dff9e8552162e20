#include "model/verdict/causes.hpp"

#include "model/verdict/cause_evidence.rows.hpp"
#include "model/verdict/causes.rows.hpp"
#include "model/verdict/codes.hpp"
#include "model/verdict/judging.rows.hpp"
#include "model/verdict/rules.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace rheobase::verdict {

namespace {

struct Piece {
    CauseEvidenceRow const* row;
    Condition when;
};

struct Cause {
    CausesRow const* row;
    Condition gate; ///< empty: always allowed
    std::vector<Piece> pieces;
    std::vector<Term> terms;
};

std::vector<Cause> const& all_causes() {
    static auto const all = [] {
        std::vector<Cause> out;
        for (auto const& row : causes_rows) {
            Cause cause{&row, {}, {}, {}};
            if (!row.when.empty())
                if (auto gate = parse_condition(row.when, named_condition))
                    cause.gate = std::move(*gate);
            for (auto const& piece : cause_evidence_rows)
                if (piece.code == row.code)
                    if (auto when = parse_condition(piece.when, named_condition))
                        cause.pieces.push_back({&piece, std::move(*when)});
            cause.terms = terms_of(cause.gate);
            for (auto const& piece : cause.pieces)
                cause.terms.insert(cause.terms.end(), piece.when.terms.begin(), piece.when.terms.end());
            out.push_back(std::move(cause));
        }
        return out;
    }();
    return all;
}

void add_source(std::vector<std::string>& sources, std::string_view cell) {
    for (auto const source : parts_of(cell))
        if (std::find(sources.begin(), sources.end(), source) == sources.end())
            sources.emplace_back(source);
}

double capped(double sum) {
    return std::clamp(sum, -judging.cluster_cap, judging.cluster_cap);
}

CauseShare weigh(Cause const& cause, Ask const& ask) {
    CauseShare out;
    out.code = std::string(cause.row->code);
    out.name = name_of(cause.row->code);
    out.text = std::string(cause.row->text);
    add_source(out.sources, cause.row->source);
    double const prior = log_odds_of(cause.row->prior);
    struct Sum {
        double low = 0, mid = 0, high = 0;
    };
    std::map<std::string_view, Sum> clusters;
    for (auto const& [row, when] : cause.pieces) {
        if (judge_condition(when, ask).truth != Truth::yes)
            continue;
        auto& sum = clusters[row->cluster];
        sum.low += row->log_low;
        sum.mid += row->log_mid;
        sum.high += row->log_high;
        (row->log_mid >= 0 ? out.because : out.against).emplace_back(row->text);
        add_source(out.sources, row->source);
    }
    double mid = prior;
    double weight = 0;
    // Independent doubts add as squares; adding the ends themselves would claim that all are wrong in one
    // direction.
    double below = std::pow(prior - log_odds_of(cause.row->prior_low), 2);
    double above = std::pow(log_odds_of(cause.row->prior_high) - prior, 2);
    for (auto const& [name, sum] : clusters) {
        double const moved = capped(sum.mid);
        mid += moved;
        weight += std::fabs(moved);
        below += std::pow(moved - capped(sum.low), 2);
        above += std::pow(capped(sum.high) - moved, 2);
    }
    out.share = {share_of(mid - std::sqrt(below)), share_of(mid), share_of(mid + std::sqrt(above))};
    double const all = std::fabs(prior) + weight;
    out.from_prior = all > 0 ? std::fabs(prior) / all : 1;
    out.band = out.share.mid >= judging.likely_from     ? Band::likely
               : out.share.mid >= judging.possible_from ? Band::possible
                                                        : Band::unlikely;
    return out;
}

} // namespace

double share_of(double log_odds) {
    return 1 / (1 + std::exp(-log_odds));
}

double log_odds_of(double share) {
    return std::log(share / (1 - share));
}

std::size_t number_of_causes() {
    return all_causes().size();
}

std::string_view code_of_cause(std::size_t place) {
    return all_causes()[place].row->code;
}

std::vector<Term> const& terms_of_cause(std::size_t place) {
    return all_causes()[place].terms;
}

CauseStanding standing_of_cause(std::size_t place, Ask const& ask) {
    auto const& cause = all_causes()[place];
    CauseStanding out{cause.gate.nodes.empty() ? Truth::yes : judge_condition(cause.gate, ask).truth, 0};
    if (out.allowed != Truth::yes)
        return out;
    std::map<std::string_view, double> clusters;
    for (auto const& [row, when] : cause.pieces)
        if (judge_condition(when, ask).truth == Truth::yes)
            clusters[row->cluster] += row->log_mid;
    double log_odds = log_odds_of(cause.row->prior);
    for (auto const& [name, sum] : clusters)
        log_odds += capped(sum);
    out.share = share_of(log_odds);
    return out;
}

std::vector<CauseShare> judge_causes(Chart const&, Ask const& ask) {
    std::vector<CauseShare> shares;
    for (auto const& cause : all_causes())
        if (cause.gate.nodes.empty() || judge_condition(cause.gate, ask).truth == Truth::yes)
            shares.push_back(weigh(cause, ask));
    // Within a band, what names a cause stands before what says that none of its kind was found.
    auto const says_none = [](CauseShare const& one) { return one.code == "no_deficiency"; };
    std::stable_sort(shares.begin(), shares.end(), [&](CauseShare const& a, CauseShare const& b) {
        if (a.band != b.band)
            return a.band > b.band;
        if (says_none(a) != says_none(b))
            return says_none(b);
        return a.share.mid > b.share.mid;
    });
    auto const most = static_cast<std::size_t>(judging.shown_causes);
    if (shares.size() > most)
        shares.resize(most);
    return shares;
}

std::vector<Problem> faults_of_causes() {
    std::vector<Problem> faults;
    auto check = [&](std::string const& where, std::string_view when) {
        auto const parsed = parse_condition(when, named_condition);
        if (!parsed) {
            faults.push_back({parsed.error().what, where, {}});
            return;
        }
        for (auto const& term : parsed->terms)
            if (auto why = why_not_askable(term); !why.empty())
                faults.push_back({term.path + ": " + why, where, {}});
    };
    for (auto const& row : causes_rows) {
        auto const where = "causes.csv:" + std::to_string(row.line);
        if (!code_row("cause", row.code))
            faults.push_back({"no such cause: " + std::string(row.code), where, {}});
        if (!(row.prior_low <= row.prior && row.prior <= row.prior_high && row.prior_low > 0 &&
              row.prior_high < 1))
            faults.push_back({"the prior does not lie inside its bounds", where, {}});
        if (!row.when.empty())
            check(where, row.when);
    }
    for (auto const& row : cause_evidence_rows) {
        auto const where = "cause_evidence.csv:" + std::to_string(row.line);
        check(where, row.when);
        if (!(row.log_low <= row.log_mid && row.log_mid <= row.log_high))
            faults.push_back({"the likelihood ratio does not lie inside its bounds", where, {}});
        if (std::none_of(causes_rows.begin(), causes_rows.end(),
                         [&](CausesRow const& cause) { return cause.code == row.code; }))
            faults.push_back(
                {"evidence for a cause that is not in causes.csv: " + std::string(row.code), where, {}});
    }
    return faults;
}

} // namespace rheobase::verdict
