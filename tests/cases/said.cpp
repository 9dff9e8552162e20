#include "tests/cases/said.hpp"

#include "app/read/case.hpp"
#include "app/read/file.hpp"

#include <algorithm>
#include <stdexcept>

namespace rheobase::cases {

namespace {

constexpr std::size_t largest_case = 1'000'000;
constexpr std::string_view ends_of_sentences = ".!?;\n";

bool in_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

std::string lower(std::string text) {
    for (auto& c : text)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return text;
}

/// Whether `words` stands in `text` as whole words, in any case of letters.
bool has_words(std::string const& text, std::string const& words) {
    auto const in = lower(text), what = lower(words);
    for (auto at = in.find(what); at != std::string::npos; at = in.find(what, at + 1)) {
        bool const begins = at == 0 || !in_word(in[at - 1]);
        bool const ends = at + what.size() == in.size() || !in_word(in[at + what.size()]);
        if (begins && ends)
            return true;
    }
    return false;
}

bool denies(std::string const& sentence) {
    for (auto const* word : {"not", "never", "no", "don't", "without", "avoid"})
        if (has_words(sentence, word))
            return true;
    return false;
}

void add_sentences(std::vector<std::string>& into, std::string const& text) {
    std::size_t from = 0;
    while (from < text.size()) {
        auto const end = std::min(text.find_first_of(ends_of_sentences, from), text.size());
        if (end > from)
            into.push_back(text.substr(from, end - from));
        from = end + 1;
    }
}

} // namespace

std::string case_text(std::string const& name) {
    auto const path = std::string(RHEOBASE_ROOT) + "/tests/cases/" + name + ".json";
    auto const text = read::read_file(path, largest_case);
    if (!text)
        throw std::runtime_error(in_words(text.error()));
    return *text;
}

Said said_to(std::string const& json, std::string const& name) {
    auto const taken = read::read_case(json, name);
    auto const verdict = answer(taken.evidence, diet::Diary{}, diet::foods()).verdict;
    Said said;
    for (auto const& fault : taken.faults)
        said.faults.push_back(in_words(fault));
    said.urgency = verdict.urgency;
    said.within_hours = verdict.act.within_hours;
    said.plan = verdict.plan.status;
    said.conditional_on_absent = verdict.conditional_on_absent;
    said.rules = verdict.rules;
    add_sentences(said.sentences, verdict.headline);
    add_sentences(said.sentences, verdict.plan.because);
    for (auto const& reason : verdict.urgency_because) {
        said.because.push_back(reason.rule);
        add_sentences(said.sentences, reason.text);
    }
    for (auto const& advice : verdict.act_on)
        add_sentences(said.sentences, advice.text);
    for (auto const& advice : verdict.watch)
        add_sentences(said.sentences, advice.text);
    for (auto const& cause : verdict.causes) {
        said.causes.push_back(cause.code);
        if (cause.band == verdict::Band::unlikely)
            continue;
        said.standing.push_back(cause.code);
        add_sentences(said.sentences, cause.name);
        add_sentences(said.sentences, cause.text);
    }
    for (auto const& food : verdict.plan.foods)
        said.foods.push_back(food.name);
    return said;
}

std::vector<std::string> wrongly_said(Said const& said, std::vector<std::string> const& must_not_say) {
    auto const is_said = [&](std::string const& what) {
        if (what.starts_with("cause:"))
            return std::find(said.standing.begin(), said.standing.end(), what.substr(6)) !=
                   said.standing.end();
        if (what.starts_with("food:"))
            return std::any_of(said.foods.begin(), said.foods.end(), [&](auto const& food) {
                return lower(food).find(lower(what.substr(5))) != std::string::npos;
            });
        return std::any_of(said.sentences.begin(), said.sentences.end(), [&](auto const& sentence) {
            return has_words(sentence, what) && !denies(sentence);
        });
    };
    std::vector<std::string> found;
    std::copy_if(must_not_say.begin(), must_not_say.end(), std::back_inserter(found), is_said);
    return found;
}

std::size_t rank_of(Said const& said, std::vector<std::string> const& codes) {
    for (std::size_t i = 0; i < said.causes.size(); ++i)
        if (std::find(codes.begin(), codes.end(), said.causes[i]) != codes.end())
            return i + 1;
    return 0;
}

} // namespace rheobase::cases
