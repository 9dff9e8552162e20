// What the studies must give, and what they gave when last recorded.
#pragma once

#include "tests/validation/study.hpp"

#include <optional>

namespace rheobase::validation {

using Row = std::map<std::string, std::string>;
/// A table of this folder, row by row, by the names of its columns.
std::vector<Row> table(std::string const& name);
bool exists(std::string const& name);
/// Writes a file of the project as a whole, so that nobody reads half of it.
void write(std::string const& path_from_root, std::string const& text);
std::string read(std::string const& path_from_root);
/// True when the record is to be rewritten instead of compared (RHEOBASE_BLESS=1).
bool blessing();

struct Target {
    std::string id, check, says, unit, observed;
    double low = 0, high = 0; ///< the ensemble mean must lie between them
    std::string tolerance;
};
std::vector<Target> const& targets();

enum class Verdict { pass, miss, open };
std::string word_for(Verdict verdict);

/// A line of the record, as text, so that what is compared is what is read.
struct Recorded {
    std::string check, mean, p5, p95;
    Verdict verdict = Verdict::open; ///< open: nothing measures it
    std::string off_by;              ///< how far outside, in half-widths of what is allowed; empty inside
    bool operator==(Recorded const&) const = default;
};

Verdict judged(Target const& target, Outcome const& outcome);
/// What is to be recorded for one experiment, in the order of targets.csv.
std::vector<Recorded> to_record(std::string const& id, Measured const& measured);
std::vector<Recorded> recorded(std::string const& id);
void write_record(std::string const& id, std::vector<Recorded> const& lines);

/// Why a target is missed, from mechanisms.csv; empty where nobody has said.
std::string mechanism_of(std::string const& id, std::string const& check);

} // namespace rheobase::validation
