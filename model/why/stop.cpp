// A hard stop: what it says, what it leaves out of every list, and when it holds.

#include "model/verdict/codes.hpp"
#include "model/verdict/hard_stops.rows.hpp"
#include "model/verdict/stop_kinds.rows.hpp"
#include "model/why/build.hpp"

#include <algorithm>

namespace rheobase::why {

namespace {

verdict::StopKindsRow const* kind_called(std::string_view code) {
    for (auto const& row : verdict::stop_kinds_rows)
        if (row.code == code)
            return &row;
    return nullptr;
}

/// "potassium_more" and "potassium_supplement" are both about potassium.
bool is_about(std::string_view kind_code, std::string_view nutrient_key) {
    auto const* kind = kind_called(kind_code);
    if (kind && !kind->nutrient.empty())
        return kind->nutrient == nutrient_key;
    auto const stem = nutrient_key.substr(0, nutrient_key.rfind('_'));
    return kind_code.starts_with(std::string(stem) + "_");
}

} // namespace

std::vector<Statement> stops_for(std::string_view nutrient_key) {
    std::vector<Statement> out;
    for (auto const& row : verdict::hard_stops_rows) {
        auto const kinds = verdict::parts_of(row.forbids);
        if (std::any_of(kinds.begin(), kinds.end(), [&](auto kind) { return is_about(kind, nutrient_key); }))
            out.push_back({std::string(row.text), keys_of(row.source)});
    }
    return out;
}

std::vector<Statement> stops_that_look_at(std::string_view code) {
    std::vector<Statement> out;
    for (auto const& row : verdict::hard_stops_rows)
        if (mentions(row.when, code))
            out.push_back({std::string(row.text), keys_of(row.source)});
    return out;
}

Card stop_card(std::string_view code, std::string name) {
    Card card{Kind::stop, std::string(code), std::move(name), {}, {}, {}};
    for (auto const& row : verdict::hard_stops_rows) {
        if (row.code != code)
            continue;
        card.parts.push_back({"What it says", {{std::string(row.text), keys_of(row.source)}}});
        std::string left_out;
        for (auto const kind_code : verdict::parts_of(row.forbids))
            if (auto const* kind = kind_called(kind_code))
                left_out += (left_out.empty() ? "" : "; ") + std::string(kind->text);
        if (!left_out.empty())
            card.parts.push_back({"What it leaves out", {{left_out + ".", keys_of(row.source)}}});
        card.details.emplace_back("holds when", std::string(row.when));
        if (!row.because.empty())
            card.details.emplace_back("why", std::string(row.because));
    }
    return card;
}

} // namespace rheobase::why
