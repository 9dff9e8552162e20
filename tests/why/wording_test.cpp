// What people read is plain: short sentences, ordinary words, no verdict on a person, no fright. Every table
// with a column `text` is held to it, so a new table is held to it from its first row.

#include "base/csv.hpp"
#include "model/ledger.hpp"
#include "tests/why/reading_ease.hpp"

#include <map>

using namespace rheobase;

namespace {

constexpr std::size_t longest_sentence = 20;
constexpr double hardest_grade = 7;

struct Text {
    std::string table;
    int line;
    std::string words;
};

std::vector<Text> const& texts_people_read() {
    static auto const all = [] {
        std::vector<Text> out;
        for (auto const& table : ledger()) {
            CsvReader reader(table.text);
            CsvRow heading, row;
            reader.next(heading);
            while (reader.next(row))
                for (std::size_t i = 0; i < row.cells.size() && i < heading.cells.size(); ++i)
                    if ((heading.cells[i] == "text" || heading.cells[i] == "question") &&
                        !row.cells[i].empty())
                        out.push_back({std::string(table.path), row.line, row.cells[i]});
        }
        return out;
    }();
    return all;
}

std::string small(std::string text) {
    for (auto& c : text)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return text;
}

/// The text as words between single blanks, so that "als" is not found in "also".
std::string in_blanks(std::string const& text) {
    std::string out = " ";
    for (char const c : small(text)) {
        bool const part = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '%' || c == '\'';
        if (part)
            out += c;
        else if (out.back() != ' ')
            out += ' ';
    }
    return out.back() == ' ' ? out : out + ' ';
}

/// "You have taken it for years" tells what was done; "you have a lack" would tell what someone is.
bool says_you_have(std::string const& text) {
    auto const words = in_blanks(text);
    std::string const phrase = " you have ";
    for (auto at = words.find(phrase); at != words.npos; at = words.find(phrase, at + 1)) {
        auto const after = words.substr(at + phrase.size());
        bool done = false;
        for (auto const* word : {"taken ", "only taken ", "eaten ", "lost ", "been ", "had "})
            done |= after.starts_with(word);
        if (!done)
            return true;
    }
    return false;
}

std::vector<std::string> forbidden_in(std::string const& text) {
    std::vector<std::string> out;
    for (auto const* word : {"als",          "mnd",
                             "motor neuron", "motor neurone",
                             "you suffer",   "you are deficient",
                             "fatal",        "deadly",
                             "lethal",       "obese",
                             "overweight",   "lazy",
                             "your fault",   "you should have",
                             "you failed",   "calorie",
                             "calories",     "guaranteed",
                             "miracle",      "detox"})
        if (in_blanks(text).find(" " + std::string(word) + " ") != std::string::npos)
            out.emplace_back(word);
    if (text.find('%') != std::string::npos)
        out.emplace_back("%");
    return out;
}

} // namespace

TEST(ReadingEase, CountsSyllablesAndSentences) {
    EXPECT_EQ(syllables("twitch"), 1);
    EXPECT_EQ(syllables("muscle"), 2);
    EXPECT_EQ(syllables("used"), 1);
    EXPECT_EQ(syllables("magnesium"), 4);
    EXPECT_EQ(syllables("nation"), 2);
    EXPECT_EQ(syllables("potassium"), 4);
    EXPECT_EQ(sentences_of("One. Two is 2.5 long! Three?").size(), 3u);
    EXPECT_EQ(words_of("a – b, c").size(), 3u);
    EXPECT_LT(reading_grade("The cat sat on the mat."), 1);
    EXPECT_GT(reading_grade("Hypomagnesaemia precipitates neuromuscular hyperexcitability."), 20);
}

TEST(ReadingEase, KnowsAVerdictFromATale) {
    EXPECT_TRUE(says_you_have("You have a lack of iron."));
    EXPECT_FALSE(says_you_have("You have taken it for years"));
    EXPECT_TRUE(says_you_have("You have taken it. So you have low magnesium."));
    EXPECT_EQ(forbidden_in("It is also harmless."), std::vector<std::string>{});
    EXPECT_EQ(forbidden_in("It is ALS, 87 % sure."), (std::vector<std::string>{"als", "%"}));
}

TEST(Wording, TheTablesPeopleReadAreAllLookedAt) {
    std::map<std::string, int> rows;
    for (auto const& text : texts_people_read())
        ++rows[text.table];
    for (auto const* table : {"model/verdict/advice.csv", "model/verdict/flags.csv",
                              "model/verdict/causes.csv", "model/verdict/cause_evidence.csv",
                              "model/verdict/hard_stops.csv", "model/verdict/lab_patterns.csv",
                              "model/why/cards.csv", "model/why/questions.csv", "app/report/felt_words.csv"})
        EXPECT_GT(rows[table], 10) << table;
}

TEST(Wording, NoSentenceIsLongerThanTwentyWords) {
    for (auto const& text : texts_people_read())
        for (auto const& sentence : sentences_of(text.words))
            EXPECT_LE(words_of(sentence).size(), longest_sentence)
                << text.table << ":" << text.line << " " << sentence;
}

TEST(Wording, EachTableReadsEasilyOnAverage) {
    std::map<std::string, std::pair<double, int>> grades;
    for (auto const& text : texts_people_read()) {
        auto& [sum, count] = grades[text.table];
        sum += reading_grade(text.words);
        ++count;
    }
    for (auto const& [table, grade] : grades)
        EXPECT_LE(grade.first / grade.second, hardest_grade) << table;
}

TEST(Wording, NobodyIsToldWhatTheyHave) {
    for (auto const& text : texts_people_read())
        EXPECT_FALSE(says_you_have(text.words)) << text.table << ":" << text.line << " " << text.words;
}

TEST(Wording, NoWordFrightensBlamesOrPromises) {
    for (auto const& text : texts_people_read()) {
        // A question is in the words of the one who asks it.
        if (text.words.ends_with('?') && text.table == "model/why/questions.csv")
            continue;
        // What a stop leaves out has to be named.
        if (text.table == "model/verdict/stop_kinds.csv")
            continue;
        EXPECT_EQ(forbidden_in(text.words), std::vector<std::string>{})
            << text.table << ":" << text.line << " " << text.words;
    }
}
