// A class of medicines: what it can do, which medicines belong to it, for how long it counts after the last dose.

#include "model/verdict/causes.rows.hpp"
#include "model/verdict/flags.rows.hpp"
#include "model/verdict/medicine.hpp"
#include "model/why/build.hpp"

namespace rheobase::why {

namespace {

bool belongs(verdict::MedicinesRow const& medicine, std::string_view drug_class) {
    for (auto const* row : verdict::understood(verdict::Medicine{.name = std::string(medicine.name)}).classes)
        if (row->drug_class == drug_class)
            return true;
    return false;
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
        std::string members;
        for (auto const& medicine : verdict::medicines_rows)
            if (belongs(medicine, drug_class))
                members += (members.empty() ? "" : ", ") + std::string(medicine.name);
        if (!members.empty())
            card.parts.push_back({"Medicines of this kind", {{members + ".", keys_of(row.source)}}});
        std::vector<Statement> after;
        if (row.stopped_days == row.stopped_days)
            after.push_back({"It still counts for " + plain_number(row.stopped_days) + " days after the last dose.",
                             keys_of(row.source)});
        if (row.withdrawal_days == row.withdrawal_days)
            after.push_back({"Signs of stopping can show for " + plain_number(row.withdrawal_days) + " days.",
                             keys_of(row.source)});
        after.push_back({"Do not stop a prescribed medicine without advice.", {"nhs_twitching_2023"}});
        add_part(card, "After stopping", std::move(after));
        std::vector<Statement> rules;
        for (auto const& flag : verdict::flags_rows)
            if (mentions(flag.when, "drug." + std::string(drug_class)))
                rules.push_back({std::string(flag.text), keys_of(flag.source)});
        add_part(card, "Rules that look at it", std::move(rules));
        card.details.emplace_back("ATC codes", std::string(row.atc));
        if (!row.because.empty())
            card.details.emplace_back("why", std::string(row.because));
    }
    return card;
}

} // namespace rheobase::why
