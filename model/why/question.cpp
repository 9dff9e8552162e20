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

} // namespace rheobase::why
