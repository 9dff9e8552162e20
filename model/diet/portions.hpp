// From an amount in words to grams, through the food's own household measures.
#pragma once

#include "model/diet/amounts.hpp"
#include "model/diet/phrases.hpp"

#include <span>
#include <vector>

namespace rheobase::diet {

/// A household measure of the table, understood: "1 bottle (16.9 fl oz or 500 ml)", "1 medium or regular
/// slice".
struct Measure {
    double count = 1;
    double millilitres = unknown; ///< of the whole, where the text says it
    double ounces_in_grams = unknown;
    double centimetres = unknown;
    Sizes sizes = 0;
    std::vector<int> measures;  ///< see measure_of
    std::vector<WordKey> words; ///< all others, outside brackets
    bool usual = false;         ///< "Quantity not specified": what people eat who do not say
    bool guideline = false;     ///< what goes on or into something else
    enum class Per : std::uint8_t { whole, fluid_ounce, cup_of_cereal, slice };
    Per per = Per::whole; ///< how much of the other food a guideline is for
};

Measure measure_from(std::string_view text);

/// Every portion of a table, understood once.
class Measures {
  public:
    explicit Measures(Foods const& table);
    Measure const& of(Food food, int place) const {
        return understood_[which_[first_[static_cast<std::size_t>(food)] + static_cast<std::size_t>(place)]];
    }

  private:
    std::vector<Measure> understood_;
    std::vector<std::uint32_t> which_;
    std::vector<std::uint32_t> first_;
};

/// The measures of the table compiled into the program.
Measures const& measures();

struct Weight {
    Range grams;
    double sure = 0; ///< of the measure, 0 to 1
};

/// The food that another goes on or into.
struct Host {
    Food food = no_food;
    double grams = unknown;
    double count = 1;
};

/// What the amount of the food weighs. `words` are the words it was named with; with a `host` it goes on or
/// into that food, and there is less of it.
Weight weigh(Foods const& table, Measures const& measures, Food food, Amount const& amount,
             std::span<Spoken const> words, Host const* host = nullptr);

} // namespace rheobase::diet
