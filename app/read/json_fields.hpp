// One object of a document while it is read key by key: what is wrong is said with the place it stands at, as
// in phases[1].clamp[0].value, and in the end the keys that nobody asked for are named with the nearest known
// one.
#pragma once

#include "base/result.hpp"

#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rheobase::read {

/// The faults of one file.
class Faults {
  public:
    explicit Faults(std::string_view name) : name_(name) {}

    void add(std::string_view path, std::string what, std::string hint = {});
    std::vector<Problem> list;

  private:
    std::string name_;
};

/// What a value is, in a reader's words: "a list", "a text".
std::string_view kind_of(nlohmann::json const& value);

/// A number as people write it, with six figures.
std::string plain(double value);

class Fields {
  public:
    /// A value that is no object is a fault and reads as an empty one.
    Fields(nlohmann::json const& value, std::string path, Faults& faults);

    std::string at(std::string_view key) const;
    std::string const& path() const { return path_; }
    Faults& faults() { return faults_; }

    /// The value of a key, which counts as known from now on; null when it is not there.
    nlohmann::json const* find(std::string_view key);
    /// Like find, but its absence is a fault.
    nlohmann::json const* demand(std::string_view key, std::string_view hint);

    std::optional<double> number(std::string_view key);
    std::optional<bool> truth(std::string_view key);
    /// The place among `names` of the text under a key.
    std::optional<std::size_t> one_of(std::string_view key, std::span<std::string_view const> names);
    /// The members of a list; empty when it is not there, and a fault when it is no list.
    std::vector<nlohmann::json const*> list(std::string_view key);

    /// Keys that are written and that nobody has asked for so far, in alphabetical order.
    std::vector<std::string> unasked() const;
    /// Ends the reading: every key that is not known is a fault.
    void finish();
    /// The fault of one unknown key. `also` are known keys beside those that were asked for.
    void unknown_key(std::string const& key, std::vector<std::string_view> also = {});

  private:
    nlohmann::json const* object_;
    std::string path_;
    Faults& faults_;
    std::set<std::string, std::less<>> known_;
};

} // namespace rheobase::read
