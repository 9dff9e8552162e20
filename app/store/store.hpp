// What a person keeps: who they are, what they ate, what they felt, took and had measured, and what they were
// told. One SQLite file that they own. What a call returned without a problem is on the disk and survives a
// crash.
//
// A Store belongs to one thread at a time; several of them, in one program or more, may be open on one file.
// Days are ISO dates ("2026-03-01"). JSON is text, so that no reader of this header pays for a JSON library.
// An unknown number is `rheobase::unknown`, never zero. Whatever belongs to a person is found by that
// person's id alone: the entry of another is "not there".
#pragma once

#include "base/result.hpp"
#include "model/diet/diary.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rheobase::store {

using Id = std::int64_t; ///< from 1; 0 is nothing

/// `Problem::what` of what a caller may want to tell apart.
inline constexpr std::string_view disk_full = "the disk is full, so this was not saved";
inline constexpr std::string_view store_busy = "another program is writing to it and did not finish";
inline constexpr std::string_view not_there = "there is no such thing in the store";

struct Person {
    Id id = 0;
    std::string name;
};

/// A food of an entry, as it was understood or chosen.
struct ChosenFood {
    std::string id;    ///< "FNDDS:11100000"; "" where the food table has none and only `stated` speaks
    std::string name;  ///< as the table, or the diary it came from, calls it
    std::string text;  ///< the words it was read from
    diet::Range grams; ///< of the whole amount eaten
    double sure = 1;   ///< of the match, 0 to 1; 1 where a person chose it
    std::string
        source; ///< "words" understood, "chosen" by the person, "import" from a diary of another program
    std::string part = "food"; ///< or fortified, supplement
    diet::Nutrients stated;    ///< figures the diary itself carried; they win
};

/// Something eaten: one meal in words, or one row of an imported diary.
struct Entry {
    Id id = 0;
    std::string day;
    std::string time; ///< "HH:MM", or ""
    std::string meal; ///< as the person calls it; may be ""
    std::string text; ///< as it was typed
    std::vector<ChosenFood> foods;
    std::vector<std::string> unread; ///< parts of the text that were not understood
    Id import = 0;                   ///< the import it came with; 0: logged by hand
};

/// A diary of another program that was read in.
struct Import {
    Id id = 0;
    std::string day;    ///< on which it was read in
    std::string name;   ///< of the file
    std::string format; ///< "cronometer", …
    std::vector<diet::Unread> unread;
    int lines = 0;
    int entries = 0;
    int replaced =
        0; ///< entries of an earlier import of this format on the same days, which went; known when made
    std::vector<std::string> notes; ///< what the reader should know, such as how days without a date were set
};

struct Weight {
    Id id = 0;
    std::string day;
    double kg = unknown;
};

/// A laboratory result, a symptom or a medicine as the case tells of it, with the days between which it
/// stands there.
struct Told {
    Id id = 0;
    std::string what;  ///< analyte or LOINC, symptom code, name of the medicine
    std::string noted; ///< the day it was entered as it stands now
    std::string since; ///< the day of the sample, of the first sign, of the first dose; "" unknown
    std::string until; ///< the day it was gone, stopped or taken out of the case; "" while it stands there
    std::string json;  ///< its object of the case file, days counted back from `noted`
};

enum class Kind { symptom, medicine, lab };

/// The case as contract and schema describe it, without its diary, days counted back from the day asked for.
struct KeptCase {
    std::string json;
    std::vector<std::string> unread; ///< codes, values and units that were not understood: kept, and said
};

/// An answer that was given.
struct KeptAnswer {
    Id id = 0;
    std::string day;
    std::string urgency;
    std::string first_cause;   ///< its code; "" for none
    std::string facts_version; ///< the date of the facts it rests on
    std::string json;          ///< the whole answer; "" in a list
};

/// A file that was read and is not yet kept.
struct Draft {
    Id id = 0;
    std::string day;
    std::string kind;    ///< "diary", "labs", "case", "health_record"
    std::string name;    ///< of the file, as given
    std::string content; ///< its bytes
    std::string read;    ///< what was read of it, as JSON
};

class Database;

class Store {
  public:
    /// Opens or makes the file, mode 0600. Refuses, and leaves as it is, what is damaged, made by a newer
    /// Rheobase or no store at all. "" is the person's own place: $XDG_DATA_HOME/rheobase/rheobase.sqlite.
    static Result<Store> open(std::string const& path = {});
    /// As `open`, for what only reads: where nothing was kept yet that is a problem, and nothing is made.
    static Result<Store> open_kept(std::string const& path = {});
    ~Store();
    Store(Store&&) noexcept;
    Store& operator=(Store&&) noexcept;

    std::string const& path() const;

    // People. There is always one, called "Me" until told otherwise.
    Result<std::vector<Person>> people();
    Result<Person> first_person();
    Result<Person> person(Id id); ///< or a problem where there is none
    /// Whoever bears this name, great and small letters alike; the first person where it is "". A problem
    /// that says who is there, where nobody or more than one person bears it.
    Result<Person> person_named(std::string_view name);
    Result<Person> add_person(std::string_view name);
    Result<Person> rename_person(Id id, std::string_view name);
    Result<void>
    erase_person(Id id); ///< with all that is theirs; the last one is followed by a new, empty "Me"

    // The case. Whole in, whole out; what changes over time is kept in rows of its own.
    /// Checked by the case reader: a fault (wrong type, unknown key) is a problem and changes nothing. A
    /// symptom or medicine that was there and is missing now is ended `today`, or forgotten where it was
    /// entered today. Labs are replaced. Another weight is added to the weights. `diet.diary` is left out:
    /// the diary is the store's own.
    Result<KeptCase> keep_case(Id person, std::string_view json, std::string_view today);
    /// On `today`: ages, durations and days since have moved on since they were entered.
    Result<KeptCase> case_on(Id person, std::string_view today);
    Result<std::vector<Told>> told(Id person, Kind kind); ///< all there ever was, newest first
    Result<std::vector<Weight>> weights(Id person);       ///< newest first
    Result<Weight> add_weight(Id person, std::string_view day, double kg);
    Result<void> erase_weight(Id person, Id weight);

    // The diary.
    Result<Entry> add_entry(Id person, Entry const& entry); ///< with its new id
    Result<Entry> change_entry(Id person, Entry const& entry);
    Result<void> erase_entry(Id person, Id entry);
    Result<Entry> entry(Id person, Id entry);
    /// In order of day, time and entering; both days are included, "" is no bound.
    Result<std::vector<Entry>> entries(Id person, std::string_view from, std::string_view to);
    /// The entries of one day once more on another; what was imported is then logged by hand.
    Result<std::vector<Entry>> repeat_day(Id person, std::string_view from, std::string_view to);

    /// Keeps every row of a diary. Days without a date are set on the days that end with `today`, in their
    /// order. A day that an earlier import of the same format holds is replaced; what was logged by hand
    /// stays.
    Result<Import> add_import(Id person, std::string_view name, diet::Diary const& diary,
                              std::string_view today);
    Result<std::vector<Import>> imports(Id person);  ///< newest first
    Result<void> erase_import(Id person, Id import); ///< with its entries

    // Answers that were given.
    /// `json` as `ask --format json` prints it.
    Result<KeptAnswer> add_answer(Id person, std::string_view day, std::string_view json);
    Result<std::vector<KeptAnswer>> answers(Id person); ///< newest first, without their json
    Result<KeptAnswer> answer(Id person, Id answer);
    Result<void> erase_answer(Id person, Id answer);

    // Files that were read and wait to be kept.
    Result<Draft> add_draft(Id person, Draft const& draft);
    Result<Draft> draft(Id person, Id draft);
    Result<void> erase_draft(Id person, Id draft);
    Result<void> erase_drafts_before(std::string_view day);

    Database& database() { return *database_; } ///< for what is not of one person: export, restore

  private:
    explicit Store(std::unique_ptr<Database> database);
    std::unique_ptr<Database> database_;
};

/// Words as they were understood, as an entry to show or to add.
Entry understood(std::string_view day, std::string_view meal, std::string_view text,
                 diet::Foods const& table);

/// Entries as the diary that the model reads.
diet::Diary diary_of(std::vector<Entry> const& entries, diet::Foods const& table);

/// The day on this machine's calendar.
std::string today();
/// "2026-03-01", or a problem that says how a day is written.
Result<std::string> day_read(std::string_view text);

/// As `day_read`, and also "today" and "yesterday".
Result<std::string> day_said(std::string_view text);

} // namespace rheobase::store
