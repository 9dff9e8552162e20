// A class of medicines: what it can do, which medicines belong to it, for how long it counts after the last
// dose.

#include "model/verdict/medicine.hpp"
#include "model/verdict/causes.rows.hpp"
#include "model/verdict/flags.rows.hpp"
#include "model/why/build.hpp"

#include <map>

namespace rheobase::why {

namespace {

/// The medicines of each class, worked out once: a name is read against the whole table each time.
std::string const& members_of(std::string_view drug_class) {
    static auto const all = [] {
        std::map<std::string_view, std::string> out;
        for (auto const& medicine : verdict::medicines_rows) {
            verdict::Medicine named;
            named.name = std::string(medicine.name);
            for (auto const* row : verdict::understood(named).classes) {
                auto& members = out[row->drug_class];
                members += (members.empty() ? "" : ", ") + named.name;
            }
        }
        return out;
    }();
    static std::string const none;
    auto const found = all.find(drug_class);
    return found == all.end() ? none : found->second;
}

} // namespace

Card medicine_card(std::string_view drug_class, std::string name) {
    Card card{Kind::medicine, std::string(drug_class), std::move(name), {}, {}, {}};
    for (auto const& row : verdict::drug_classes_rows) {
        if (row.drug_class != drug_class)
            continue;
        for (auto const& cause : verdict::causes_rows)
            if (!row.cause.empty() && cause.code == row.cause) {
                card.parts.push_back({"What it can do", {{std::string(cause.text), keys_of(cause.source)}}});
                card.see.emplace_back(cause.code);
            }
        add_part(card, "What to know", statements_of(drug_class, "use"));
        auto const& members = members_of(drug_class);
        if (!members.empty())
            card.parts.push_back({"Medicines of this kind", {{members + ".", keys_of(row.source)}}});
        std::vector<Statement> after;
        if (row.stopped_days == row.stopped_days)
            after.push_back(
                {"Its effect is counted for " + plain_number(row.stopped_days) + " days after the last dose.",
                 keys_of(row.source)});
        if (row.withdrawal_days == row.withdrawal_days)
            after.push_back({"Signs of stopping can show for " + plain_number(row.withdrawal_days) + " days.",
                             keys_of(row.source)});
        after.push_back({"Do not stop a prescribed medicine without advice.", {"nhs_twitching_2023"}});
        add_part(card, "After stopping", std::move(after));
        add_part(card, "What to leave out with it", stops_that_look_at("drug." + std::string(drug_class)));
        std::vector<Statement> rules;
        for (auto const& flag : verdict::flags_rows)
            if (mentions(flag.when, "drug." + std::string(drug_class)))
                rules.push_back({std::string(flag.text), keys_of(flag.source)});
        add_part(card, "What a rule may say about it", std::move(rules));
        card.details.emplace_back("ATC codes", std::string(row.atc));
        if (!row.because.empty())
            card.details.emplace_back("why", std::string(row.because));
    }
    return card;
}

} // namespace rheobase::why
