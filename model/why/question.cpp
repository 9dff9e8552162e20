#include "model/ledger.hpp"
#include "model/why/build.hpp"
#include "model/why/questions.rows.hpp"

#include "model/verdict/codes.hpp"

namespace rheobase::why {

Card question_card(std::string_view code, std::string name) {
    Card card{Kind::question, std::string(code), std::move(name), {}, {}, {}};
    std::vector<Statement> answer;
    for (auto const& row : questions_rows) {
        if (row.code != code)
            continue;
        answer.push_back({std::string(row.text), keys_of(row.source)});
        for (auto const other : verdict::parts_of(row.see, ' '))
            card.see.emplace_back(other);
    }
    add_part(card, "Answer", std::move(answer));
    return card;
}

Card source_card(std::string_view key, std::string name) {
    Card card{Kind::source, std::string(key), std::move(name), {}, {}, {}};
    auto const cited = citation(key);
    std::vector<std::string> const itself{std::string(key)};
    auto const year = cited.year.empty() ? "" : ", " + cited.year;
    card.parts.push_back({"Citation", {{cited.text + year + ".", itself}}});
    if (!cited.where.empty())
        card.parts.push_back({"Where to find it", {{cited.where, itself}}});
    card.parts.push_back({"How it was checked", {{cited.checked, itself}}});
    return card;
}

} // namespace rheobase::why
