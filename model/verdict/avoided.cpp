#include "model/verdict/avoided.hpp"

#include "model/diet/foods.hpp"
#include "model/verdict/allergens.rows.hpp"
#include "model/verdict/avoided_kinds.rows.hpp"
#include "model/verdict/avoided_words.rows.hpp"
#include "model/verdict/codes.hpp"
#include "model/verdict/diet_words.rows.hpp"
#include "model/verdict/medicine.hpp"

#include <algorithm>
#include <set>

namespace rheobase::verdict {

namespace {

/// A word in small letters, as written and in the singular, so that "fishes" meets "fish".
struct Word {
    std::string written, one;
};
using Words = std::vector<Word>;

std::string singular(std::string word) {
    auto const cut = [&](std::size_t letters) { return word.substr(0, word.size() - letters); };
    constexpr std::size_t shortest_plural = 4;
    if (word.size() < shortest_plural || !word.ends_with('s') || word.ends_with("ss") || word.ends_with("us"))
        return word;
    if (word.ends_with("ies"))
        return cut(3) + "y";
    for (std::string_view const end : {"shes", "ches", "sses", "xes", "oes"})
        if (word.ends_with(end))
            return cut(2);
    return cut(1);
}

Words words_of(std::string_view text) {
    Words out;
    std::string word;
    auto const end_word = [&] {
        if (!word.empty())
            out.push_back({word, singular(word)});
        word.clear();
    };
    for (char const c : text) {
        bool const letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
        if (c >= 'A' && c <= 'Z')
            word += static_cast<char>(c - 'A' + 'a');
        else if (letter)
            word += c;
        else if (c != '\'')
            end_word();
    }
    end_word();
    return out;
}

bool holds(Words const& words, Word const& word) {
    return std::any_of(words.begin(), words.end(), [&](Word const& one) { return one.one == word.one; });
}

bool said_so(std::string_view code, Word const& word) {
    for (auto const& row : avoided_words_rows)
        if (row.code == code)
            for (auto const term : parts_of(row.synonyms))
                if (holds(words_of(term), word))
                    return true;
    return false;
}

/// Words that stand in the food table or in the menu, so that a word nobody cooks with is not taken for a
/// food.
bool is_of_food(Word const& word) {
    static auto const all = [] {
        std::set<std::string, std::less<>> out;
        auto const add = [&](std::string_view name) {
            for (auto& part : words_of(name))
                out.insert(std::move(part.one));
        };
        auto const& table = diet::foods();
        for (diet::Food food = 0; food < table.size(); ++food) {
            add(table.name(food));
            add(table.synonyms(food));
        }
        return out;
    }();
    return all.contains(word.one) || said_so("food", word);
}

std::vector<Words> things_in(std::string_view written) {
    std::vector<Words> things(1);
    std::string text(written);
    for (std::string_view const mark : {",", ";", "/", "&", "+"})
        for (auto at = text.find(mark); at != text.npos; at = text.find(mark))
            text.replace(at, 1, " and ");
    for (auto& word : words_of(text))
        if (word.written == "and" || word.written == "or")
            things.emplace_back();
        else
            things.back().push_back(std::move(word));
    return things;
}

void take(Avoided& avoided, AllergensRow const& row) {
    avoided.codes.emplace_back(row.code);
    for (auto const pattern : parts_of(row.patterns))
        avoided.patterns.emplace_back(pattern);
}

/// All rows of a kind.
void take(Avoided& avoided, std::string_view kind) {
    avoided.kinds.emplace_back(kind);
    for (auto const& row : avoided_kinds_rows)
        if (row.code == kind)
            for (auto const pattern : parts_of(row.patterns))
                avoided.patterns.emplace_back(pattern);
}

void take_own(Avoided& avoided, Words const& words) {
    std::string written, one;
    for (auto const& word : words) {
        written += (written.empty() ? "" : " ") + word.written;
        one += (one.empty() ? "" : " ") + word.one;
    }
    if (one.empty())
        return;
    for (auto* list : {&avoided.patterns, &avoided.words}) {
        list->push_back(one);
        if (written != one)
            list->push_back(written);
    }
}

bool is_medicine(Words const& words) {
    Medicine medicine;
    for (auto const& word : words)
        if (!said_so("beside", word))
            medicine.name += (medicine.name.empty() ? "" : " ") + word.written;
    auto const known = verdict::understood(medicine);
    return known.how == "name" || known.how == "code";
}

/// Whether any row of the table is meant by words of this thing; `met` marks the words that say so.
bool take_rows(Avoided& avoided, Words const& words, std::vector<bool>& met) {
    bool any = false;
    for (auto const& row : allergens_rows) {
        bool meant = false;
        auto const meet = [&](std::string_view term) {
            auto const wanted = words_of(term);
            if (wanted.empty() || !std::all_of(wanted.begin(), wanted.end(),
                                               [&](Word const& one) { return holds(words, one); }))
                return;
            meant = true;
            for (std::size_t i = 0; i < words.size(); ++i)
                if (holds(wanted, words[i]))
                    met[i] = true;
        };
        meet(row.code);
        for (auto const list : {row.synonyms, row.patterns})
            for (auto const term : parts_of(list))
                meet(term);
        if (meant)
            take(avoided, row);
        any |= meant;
    }
    return any;
}

} // namespace

Avoided avoided_for_allergy(std::string_view written) {
    Avoided avoided;
    bool something = false;
    for (auto const& words : things_in(written)) {
        std::vector<bool> met(words.size());
        bool const in_table = take_rows(avoided, words, met);
        bool unread = false, vague = false, settled = in_table;
        Words own;
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (said_so("vague", words[i]))
                vague = true;
            else if (said_so("denied", words[i]))
                something = true;
            else if (said_so("not_food", words[i]))
                settled = true;
            else if (met[i] || said_so("beside", words[i]) || said_so("group", words[i]))
                continue;
            else if (is_of_food(words[i]))
                own.push_back(words[i]);
            else
                unread = true;
        }
        if (vague || (unread && !settled && !is_medicine(words)))
            avoided.understood = false;
        else if (!unread || in_table)
            for (auto const& word : own)
                take_own(avoided, {word});
        something |= settled || !own.empty() || unread;
    }
    avoided.understood &= something;
    return avoided;
}

Avoided avoided_for_wish(std::string_view written) {
    Avoided avoided;
    Words words;
    for (auto& word : words_of(written))
        if (!said_so("group", word) && !said_so("denied", word))
            words.push_back(std::move(word));
    auto const same = [&](std::string_view term) {
        auto const wanted = words_of(term);
        return std::equal(words.begin(), words.end(), wanted.begin(), wanted.end(),
                          [](Word const& a, Word const& b) { return a.one == b.one; });
    };
    auto const named = [&](auto const& row) {
        auto const synonyms = parts_of(row.synonyms);
        return same(row.code) || std::any_of(synonyms.begin(), synonyms.end(), same);
    };
    for (auto const& row : allergens_rows)
        if (named(row))
            take(avoided, row);
    for (auto const& row : avoided_kinds_rows)
        if (!row.synonyms.empty() && named(row))
            take(avoided, row.code);
    if (!avoided.nothing())
        return avoided;
    avoided.understood = !words.empty() && std::all_of(words.begin(), words.end(), is_of_food);
    if (avoided.understood)
        take_own(avoided, words);
    return avoided;
}

DietMeant diet_meant(std::string_view written) {
    if (auto const code = code_meant("diet", written); !code.empty())
        return {std::string(code), {}};
    auto const plain = [](std::string_view text) {
        std::string out;
        for (auto const& word : words_of(text))
            if (word.one != "diet" && word.one != "strict" && word.one != "a" && word.one != "i" &&
                word.one != "am")
                out += word.one + " ";
        return out;
    };
    auto const wanted = plain(written);
    for (auto const& row : codes_rows)
        if (row.kind == "diet" && (plain(row.code) == wanted || plain(row.name) == wanted))
            return {std::string(row.code), {}};
    for (auto const& row : codes_rows)
        if (row.kind == "diet")
            for (auto const term : parts_of(row.synonyms))
                if (plain(term) == wanted)
                    return {std::string(row.code), {}};
    for (auto const& row : diet_words_rows)
        for (auto const term : parts_of(row.synonyms))
            if (plain(term) == wanted)
                return {std::string(row.code), parts_of(row.leaves_out)};
    return {};
}

} // namespace rheobase::verdict
