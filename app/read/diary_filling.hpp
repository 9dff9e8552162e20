// Fills what a diary's own figures leave open: the food a name means, and grams where only energy is known.
//
// A file's figures always win. The food found for a name brings the nutrients the file does not state, in
// proportion to the grams; so the choice among foods of one name (raw or boiled, with or without fat) is made
// by what the file states, and a food whose energy contradicts the file is marked down.
#pragma once

#include "app/read/diary_amounts.hpp"
#include "app/read/diary_rows.hpp"
#include "model/diet/diary.hpp"

#include <string>
#include <unordered_map>
#include <vector>

namespace rheobase::read {

class Filling {
  public:
    explicit Filling(diet::Foods const& foods) : foods_(foods) {}

    /// Adds a row that names a food to the diary, or to its unread rows where it names none or an impossible
    /// amount.
    void add(DiaryRow const& row, DiaryRows& rows, diet::Diary& diary);

    /// Sets food, grams, sure and runners-up of what was eaten from its name and the amount cell.
    void by_name(diet::Eaten& eaten, std::string_view name, std::string_view amount);

    /// The food is known by its number; grams as given.
    void by_id(diet::Eaten& eaten, diet::Food food, double grams);

    /// Marks a product that is taken, not eaten: its own figures count, no food stands in for it.
    void supplement(diet::Eaten& eaten, std::string_view name, DiaryAmount const& amount);

    /// Call once, after the last row. Moves what says nothing of what was eaten to the unread rows, and
    /// writes into the notes what came from the file and what was filled, and which lines to look at.
    void tell(diet::Diary& diary) const;

  private:
    std::vector<diet::Candidate> const& candidates(std::string_view name);
    std::vector<diet::Candidate> judged(std::string_view name, diet::Eaten const& eaten,
                                        DiaryAmount const& amount, double weighed);
    void check(diet::Eaten& eaten);
    void set_aside(diet::Diary& diary) const;

    diet::Foods const& foods_;
    std::unordered_map<std::string, std::vector<diet::Candidate>> seen_;
    std::vector<int> without_food_, weighed_by_energy_, without_grams_, usual_, contradicted_, supplements_;
};

} // namespace rheobase::read
