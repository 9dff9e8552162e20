#include "app/read/diary_words.hpp"

#include "app/read/diary_reading.rows.hpp"
#include "model/diet/words.hpp"

#include <algorithm>

namespace rheobase::read {

void add_words(diet::Diary& diary, std::string_view words, diet::Eaten const& frame,
               diet::Foods const& foods) {
    auto const unread = [&](std::string_view text, std::string why) {
        diary.unread.push_back({frame.line, std::string(text), std::move(why)});
    };
    constexpr std::size_t longest = 5000;
    if (words.size() > longest) {
        unread(words.substr(0, 160), "it is longer than any meal in words");
        return;
    }
    auto understood = diet::read_words(words, foods);
    bool const figures = std::any_of(frame.stated.amount.begin(), frame.stated.amount.end(),
                                     [](double v) { return known(v); });
    if (figures && understood.eaten.size() != 1) {
        diet::Eaten all;
        all.text = words;
        understood.eaten = {all};
    }
    if (understood.eaten.empty() && understood.unread.empty())
        unread(words, "no food was understood in it");
    for (auto& rest : understood.unread)
        unread(rest.text, std::move(rest.why));
    for (auto& eaten : understood.eaten) {
        if (eaten.grams.high > diary_reading.most_grams) {
            unread(eaten.text, "no one eats this amount");
            continue;
        }
        eaten.day = frame.day;
        eaten.time = frame.time;
        eaten.meal = frame.meal;
        eaten.line = frame.line;
        eaten.stated = frame.stated;
        diary.eaten.push_back(std::move(eaten));
    }
}

} // namespace rheobase::read
