#include "model/verdict/cause_evidence.rows.hpp"
#include "model/verdict/codes.hpp"
#include "model/verdict/flags.rows.hpp"
#include "model/why/build.hpp"

#include <algorithm>

namespace rheobase::why {

namespace {

/// The causes for which a sign counts, each with the finding that says so.
std::vector<Statement> causes_weighed(std::string_view path, bool speaks_for, std::vector<std::string>& see) {
    std::vector<Statement> out;
    for (auto const& row : verdict::cause_evidence_rows)
        if ((row.log_mid > 0) == speaks_for && mentions(row.when, path)) {
            out.push_back(
                {verdict::name_of(row.code) + ": " + std::string(row.text) + ".", keys_of(row.source)});
            if (speaks_for && std::find(see.begin(), see.end(), row.code) == see.end())
                see.emplace_back(row.code);
        }
    return out;
}

} // namespace

Card sign_card(std::string_view code, std::string name) {
    Card card{Kind::sign, std::string(code), std::move(name), {}, {}, {}};
    auto const path = "symptom." + std::string(code);
    add_part(card, "What it is", statements_of(code, "what"));
    add_part(card, "What sets it apart", statements_of(code, "apart"));
    add_part(card, "What is usual", statements_of(code, "normal"));
    add_part(card, "When to get help", statements_of(code, "when"));
    std::vector<Statement> rules;
    for (auto const& row : verdict::flags_rows)
        if (mentions(row.when, path))
            rules.push_back({std::string(row.text), keys_of(row.source)});
    add_part(card, "What a rule may say about it", std::move(rules));
    add_part(card, "It can speak for", causes_weighed(path, true, card.see));
    add_part(card, "It can speak against", causes_weighed(path, false, card.see));
    if (card.parts.empty())
        card.parts.push_back(
            {"What it is",
             {{"A sign that a case can name. No rule and no cause weighs it yet.", {"contract_case"}}}});
    return card;
}

} // namespace rheobase::why
