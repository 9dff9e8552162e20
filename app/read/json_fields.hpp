// One object of a document while it is read key by key: what is wrong is said with the place it stands at, as
// in "phase 1, clamp 2, value", and in the end the keys that nobody asked for are named with the nearest
// known one.
#pragma once

#include "base/result.hpp"

#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rheobase::read {

/// A place as a reader counts: phases[0].drugs[1].class is "phase 1, drug 2, class", because the baseline is
/// phase 0 in every row and people count from one.
std::string place_in_words(std::string_view path);
/// The same from a JSON pointer: /phases/0/days.
std::string path_of(std::string_view pointer);

/// The faults of one file.
class Faults {
  public:
    explicit Faults(std::string_view name) : name_(name) {}

    /// A path that begins with -- is an option of the command line and no place in the file.
    void add(std::string_view path, std::string what, std::string hint = {});
    std::vector<Problem> list;

  private:
    std::string name_;
};

/// What a value is, in a reader's words: "a list", "a text".
std::string_view kind_of(nlohmann::json const& value);

/// A number as people write it, with six figures; whole numbers in full.
std::string plain(double value);

/// What a word was probably meant to be, with what to do: "Did you mean 'magnesium_serum'?" By other words
/// for the same (experiment_words.csv), the same words in another order, a slip of the pen, or names that
/// hold the word. Empty when nothing is near.
std::string did_you_mean(std::string_view written, std::vector<std::string_view> const& names);

class Fields {
  public:
    /// A value that is no object is a fault and reads as an empty one. `main_key` is the key a lone text is
    /// taken for in the advice: "pth" in a list of reports is {"what": "pth"}.
    Fields(nlohmann::json const& value, std::string path, Faults& faults, std::string_view main_key = {});

    /// False where the value was no object: what is missing in it is no second fault.
    bool sound() const { return sound_; }

    std::string at(std::string_view key) const;
    std::string const& path() const { return path_; }
    Faults& faults() { return faults_; }

    /// The value of a key, which counts as known from now on; null when it is not there.
    nlohmann::json const* find(std::string_view key);
    /// Like find, but its absence is a fault.
    nlohmann::json const* demand(std::string_view key, std::string_view hint);

    std::optional<double> number(std::string_view key);
    std::optional<bool> truth(std::string_view key);
    /// The place among `names` of the text under a key. `hint` may know better what was meant.
    using Hint = std::function<std::string(std::string_view written)>;
    std::optional<std::size_t> one_of(std::string_view key, std::span<std::string_view const> names,
                                      Hint const& hint = {});
    /// The members of a list; empty when it is not there, and a fault when it is no list.
    std::vector<nlohmann::json const*> list(std::string_view key);

    /// Whether a key that nobody has asked for is probably meant as this one: its own fault will say so.
    bool misnamed(std::string_view key) const;

    /// Keys that are written and that nobody has asked for so far, in alphabetical order.
    std::vector<std::string> unasked() const;
    /// Ends the reading: every key that is not known is a fault.
    void finish();
    /// The fault of one unknown key. `also` are known keys beside those that were asked for.
    void unknown_key(std::string const& key, std::vector<std::string_view> also = {});

  private:
    nlohmann::json const* object_;
    bool sound_ = true;
    std::string path_;
    Faults& faults_;
    std::set<std::string, std::less<>> known_;
};

} // namespace rheobase::read
