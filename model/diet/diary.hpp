// A food diary as it was understood: what was eaten, when, how sure that is, and what could not be read.
#pragma once

#include "model/diet/foods.hpp"

#include <string>
#include <vector>

namespace rheobase::diet {

/// An amount between two bounds. A single known figure has all three the same.
struct Range {
    double low = unknown;
    double mid = unknown;
    double high = unknown;

    static constexpr Range exactly(double value) { return {value, value, value}; }
};

/// A food that a text may have meant, and how well it fits (0 to 1).
struct Candidate {
    Food food = no_food;
    double sure = 0;
};

/// Limits count fortified food and supplements apart from what food holds by nature.
enum class Part { food, fortified, supplement };

/// One food of a diary line, a meal in words or a product.
struct Eaten {
    std::string
        day; ///< ISO date where the diary gives one, else its own name ("Monday", "Day 2"); "" for none
    std::string time; ///< "HH:MM", or ""
    std::string meal; ///< as the diary calls it
    int line = 0;     ///< of the file, from 1; 0 for words
    std::string text; ///< the words it was read from
    Food food = no_food;
    Range grams;                       ///< of the whole amount eaten; unknown where the diary does not say
    double sure = 0;                   ///< of the match, 0 to 1
    std::vector<Candidate> runners_up; ///< next best foods, best first
    Nutrients stated;                  ///< figures the diary itself carries, for the whole amount; they win
    Part part = Part::food;
};

/// A line that could not be used, kept for the reader.
struct Unread {
    int line = 0;
    std::string text;
    std::string why;
};

struct Diary {
    std::string format; ///< "cronometer", "words", …
    std::vector<Eaten> eaten;
    std::vector<Unread> unread;
    std::vector<std::string> notes; ///< what the reader should know: units guessed, days doubled, …
    int lines = 0;                  ///< lines that hold something, read or not
};

/// Share of the diary's lines that were understood, 0 to 1, a line understood in part counting for half;
/// unknown for an empty diary.
double share_read(Diary const& diary);

/// The days named in the diary, dates in their order and other names in the diary's, each once.
std::vector<std::string> days_of(Diary const& diary);

} // namespace rheobase::diet
