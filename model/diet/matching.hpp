// Finding the food that a name means.
#pragma once

#include "model/diet/diary.hpp"

#include <memory>
#include <string_view>
#include <vector>

namespace rheobase::diet {

/// Which part of the table to look in.
enum class Origin { any, fndds, sr };

/// The foods a name may mean, best first, at most `limit`; empty when nothing of it is known. `sure` is meant
/// as a probability: of the first choices that carry 0.9, about nine in ten are right.
std::vector<Candidate> matches(std::string_view name, Foods const& table, int limit,
                               Origin origin = Origin::any);

/// How much a single word tells about a food: 0 for words that carry none ("with", "large", "please"), near 1
/// for a word that names few foods. Attribute words ("skimmed", "fried") count 0 here: they describe and do
/// not name.
double tells(std::string_view word, Foods const& table);

/// A matcher opened once for many names; `matches` keeps one for the compiled-in table. Reading it from
/// several threads at once is safe.
class Matcher {
  public:
    explicit Matcher(Foods const& table);
    ~Matcher();
    Matcher(Matcher&&) noexcept;

    /// As the function `matches`, without allocating once `found` has grown to `limit`.
    void matches(std::string_view name, int limit, Origin origin, std::vector<Candidate>& found) const;
    double tells(std::string_view word) const;

  private:
    struct Parts;
    std::unique_ptr<Parts const> parts_;
};

} // namespace rheobase::diet
