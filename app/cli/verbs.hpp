// The program's verbs. Each is a function from its options to what it prints and how it ends.
#pragma once

#include "app/read/medium.hpp"
#include "model/blood/blood.hpp"
#include "model/nerve/excitability.hpp"

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rheobase::cli {

/// Exit codes that others rely on.
inline constexpr int answered = 0;
inline constexpr int unusable_input = 2;
inline constexpr int outside_failure = 3;

/// A case file holds one person; more bytes than this are something else.
inline constexpr std::size_t largest_case = 16'000'000;

struct Outcome {
    int exit = answered;
    std::string out; ///< to standard output or --out
    std::string err; ///< to standard error: one line a fault
};

struct CaseGiven {
    std::string case_path;         ///< "-" is standard input
    std::vector<std::string> fhir; ///< health records beside the case, or instead of it
    std::string today;             ///< the day from which dates of the records count back; "" = their newest
    bool me = false;               ///< what the store knows, in the place of a case file
    std::string store;             ///< its file; "" = the person's own
    std::string who;               ///< of whom there, by name; "" = the first
    bool may_begin = false;        ///< make the store where there is none
};

struct AskOptions {
    CaseGiven given;
    std::string format = "text";
    bool schema = false;
    bool answer_schema = false;
    bool colour = false;
    int people = blood::default_people(); ///< virtual people behind the predicted blood tests; 0: none
    std::uint64_t seed = 1;
    int threads = 0; ///< 0: all cores
};
Outcome ask(AskOptions const& options);

struct InterviewOptions {
    CaseGiven given;      ///< what is known already; may be empty
    std::string out_path; ///< where the case is kept, after every answer; "" = nowhere
    std::string format = "text";
    bool colour = false;
    int people = blood::default_people();
    std::uint64_t seed = 1;
    int threads = 0; ///< 0: all cores
};
/// Asks on `talk` and reads one line an answer from `in`; the outcome holds the answer to the case.
Outcome interview(InterviewOptions const& options, std::istream& in, std::ostream& talk);

struct DietOptions {
    std::vector<std::string> diaries;
    std::string person; ///< a case file, for needs
    std::string words;
    std::string add;   ///< words to log
    std::string day;   ///< on which they were eaten; "" = today
    std::string meal;  ///< as the person calls it
    std::string store; ///< the store's file; "" = the person's own
    bool me = false;   ///< the diary of the store
    std::string who;   ///< of whom there, by name; "" = the first
    std::string format = "text";
    bool colour = false;
};
Outcome diet(DietOptions const& options);
Outcome diet_add(DietOptions const& options); ///< keeps words in the store's diary

/// One meal a line in, one JSON object a line out, as they come.
int diet_words_line_by_line(std::istream& in, std::ostream& out);

struct FoodsOptions {
    enum class Verb { search, show, rank } verb = Verb::search;
    std::string text; ///< what to search for, or an id
    std::string nutrient = "magnesium_mg";
    std::string per = "100g"; ///< or portion
    std::string source = "all";
    std::string format = "text";
    std::size_t limit = 10;
};
Outcome foods(FoodsOptions const& options);

struct IonsOptions {
    std::string experiment_path; ///< "-" is standard input
    std::string format = "csv";
    std::optional<double> people; ///< goes before what the experiment says
    std::optional<std::uint64_t> seed;
    int threads = 0; ///< 0: all cores
    bool list = false;
    bool schema = false;
    bool answer_schema = false;
    bool show_progress = false; ///< on standard error, when it is a terminal
};
Outcome ions(IonsOptions const& options);

/// The names an experiment knows, in lines for --help.
std::string ions_names();
/// All of them with units and bounds, and an example that runs.
std::string ions_list();

/// Options as they were typed, each with a value for every time it stands there.
struct NerveOptions {
    read::WrittenMedium medium;
    std::vector<std::string> recording, format, people, seed, threads;
    std::vector<std::string> strange; ///< words that are neither an option nor its value
    bool answer_schema = false;
    bool colour = false;
    bool show_progress = false; ///< on standard error, when it is a terminal
};
Outcome nerve(NerveOptions const& typed);

struct WeekOptions {
    CaseGiven given;
    std::vector<std::string> wishes; ///< in words, on top of those of the case
    std::string span = "week";       ///< or day
    std::string format = "text";
    int threads = 0; ///< 0: all cores
    bool answer_schema = false;
    bool colour = false;
    bool show_progress = false;
};
Outcome week(WeekOptions const& options);

struct StoreOptions {
    enum class Verb { show, keep, export_all, restore, add, erase } verb = Verb::show;
    std::string store;           ///< the store's file; "" = the person's own
    std::string file;            ///< to keep or to restore; "-" is standard input
    std::string who;             ///< of whom in the store, by name; "" = the first
    std::string format = "json"; ///< or csv, fhir
    std::string passphrase_file; ///< holds the passphrase in its first line
    std::string today;           ///< "" = the day on this machine's calendar
    bool replace = false;        ///< restore over what is there
    bool sure = false;           ///< erase needs it
};
Outcome store(StoreOptions const& options);

struct ExplainOptions {
    std::string name; ///< empty: what can be explained; "compare": the nutrients side by side
    std::string format = "text";
    bool colour = false;
};
Outcome explain(ExplainOptions const& options);

struct FactsOptions {
    std::string name;
    std::string format = "text";
};
Outcome facts(FactsOptions const& options);

struct ServeOptions {
    int port = 0;      ///< 0: a free one
    bool open = false; ///< in a browser
    std::string store; ///< "": the person's own place
};
/// Until a signal ends it.
Outcome serve(ServeOptions const& options);

} // namespace rheobase::cli
