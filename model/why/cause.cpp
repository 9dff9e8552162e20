#include "model/verdict/cause_evidence.rows.hpp"
#include "model/verdict/causes.rows.hpp"
#include "model/verdict/codes.hpp"
#include "model/verdict/drug_classes.rows.hpp"
#include "model/why/build.hpp"

#include <algorithm>
#include <cmath>

namespace rheobase::why {

namespace {

struct Weighed {
    verdict::CauseEvidenceRow const* row;
    double weight;
};

/// The findings of a cause in one direction, the weightiest first.
std::vector<Statement> findings(std::string_view code, bool for_it) {
    std::vector<Weighed> rows;
    for (auto const& row : verdict::cause_evidence_rows)
        if (row.code == code && (row.log_mid >= 0) == for_it)
            rows.push_back({&row, std::fabs(row.log_mid)});
    std::stable_sort(rows.begin(), rows.end(),
                     [](auto const& a, auto const& b) { return a.weight > b.weight; });
    std::vector<Statement> out;
    for (auto const& [row, weight] : rows) {
        std::string text(row->text);
        out.push_back({text.ends_with('.') || text.ends_with('?') ? text : text + ".", keys_of(row->source)});
    }
    return out;
}

} // namespace

Card cause_card(std::string_view code, std::string name) {
    Card card{Kind::cause, std::string(code), std::move(name), {}, {}, {}};
    for (auto const& row : verdict::causes_rows) {
        if (row.code != code)
            continue;
        card.parts.push_back({"In short", {{std::string(row.text), keys_of(row.source)}}});
        add_part(card, "What speaks for it", findings(code, true));
        add_part(card, "What speaks against it", findings(code, false));
        card.details.emplace_back("share of people in whom it plays a part, before any finding is weighed",
                                  plain_number(row.prior) + " (" + plain_number(row.prior_low) + " to " +
                                      plain_number(row.prior_high) + ")");
        if (!row.when.empty())
            card.details.emplace_back("weighed when", std::string(row.when));
        if (!row.because.empty())
            card.details.emplace_back("why these figures", std::string(row.because));
    }
    for (auto const& row : verdict::drug_classes_rows)
        if (row.cause == code)
            card.see.push_back("class." + std::string(row.drug_class));
    return card;
}

} // namespace rheobase::why
