// What was done to a person's own foods, in sentences.
#include "model/week/own_bars.hpp"

namespace rheobase::week {

namespace {

std::string listed(std::vector<std::string> const& names) {
    std::string out;
    for (std::size_t i = 0; i < names.size(); ++i)
        out += (i == 0 ? "" : "; ") + names[i];
    return out;
}

} // namespace

std::vector<std::string> notes_of(OwnBarred const& barred) {
    std::vector<std::string> notes;
    if (!barred.not_judged.empty())
        notes.push_back("No table tells what is in these, so they were left out for your safety: " +
                        listed(barred.not_judged) +
                        ". Check the label; what is safe for you stays with --wish \"keep " +
                        barred.keep_example + "\".");
    if (!barred.kept_not_judged.empty())
        notes.push_back("Kept as you wish, with no more of them, though nobody judged what is in them: " +
                        listed(barred.kept_not_judged) + ". Check the label.");
    for (auto const& [diet, foods] : barred.off_diet)
        notes.push_back("Your diary holds " + listed(foods) + ", which " + (foods.size() > 1 ? "are" : "is") +
                        " not " + diet + ". The plan leaves " + (foods.size() > 1 ? "them" : "it") + " out.");
    for (auto const& [why, foods] : barred.taken_out)
        notes.push_back("Taken out (" + why + "): " + listed(foods) + ".");
    for (auto const& [wish, food, why] : barred.keep_barred)
        notes.push_back("You wish to keep " + wish + ", but " + food + " is taken out (" + why + ").");
    for (auto const& wish : barred.keep_not_in_diary)
        notes.push_back("No food of your diary is called '" + wish +
                        "', so that wish to keep changes nothing.");
    return notes;
}

} // namespace rheobase::week
