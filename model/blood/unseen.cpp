#include "model/blood/unseen.hpp"

#include "model/blood/history.hpp"
#include "model/blood/unseen.rows.hpp"
#include "model/ions/names.hpp"
#include "model/verdict/codes.hpp"
#include "model/verdict/rules.hpp"

#include <algorithm>

namespace rheobase::blood {

bool is_unseen(std::vector<Unseen> const& unseen, std::string_view analyte) {
    return std::any_of(unseen.begin(), unseen.end(),
                       [&](Unseen const& one) { return one.analyte == analyte; });
}

std::vector<Unseen> unseen(verdict::Chart const& chart) {
    std::vector<Unseen> out;
    auto const ask = [&](verdict::Term const& term) { return chart.ask(term); };
    for (auto const& row : unseen_rows) {
        auto const when = verdict::parse_condition(row.when, verdict::named_condition);
        if (!when || verdict::judge_condition(*when, ask).truth != verdict::Truth::yes)
            continue;
        for (auto const what : tests()) {
            auto const analyte = ions::about(what).analyte;
            auto const listed = verdict::parts_of(row.analytes);
            bool const meant =
                row.analytes == "all" || std::find(listed.begin(), listed.end(), analyte) != listed.end();
            if (meant && !is_unseen(out, analyte))
                out.push_back({analyte, std::string(row.text)});
        }
    }
    return out;
}

} // namespace rheobase::blood
