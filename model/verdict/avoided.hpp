// What the words of an allergy, a dislike or a diet mean for a list of foods. Read by words, because people
// write "fishes" and "soy protein"; what stays unread is said so and never taken for nothing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rheobase::verdict {

struct Avoided {
    std::vector<std::string> codes;    ///< of allergens.csv
    std::vector<std::string> kinds;    ///< of avoided_kinds.csv: "vegetables", "pork", "alcohol"
    std::vector<std::string> patterns; ///< words of food names, of these codes, kinds and of `words`
    std::vector<std::string> words;    ///< of food names that are of no code
    bool understood = true;
    bool nothing() const { return codes.empty() && patterns.empty(); }
};

/// Every food that any word of an allergy may mean: too much left out is safer than too little.
Avoided avoided_for_allergy(std::string_view written);

/// The food that a wish names, and no more.
Avoided avoided_for_wish(std::string_view written);

/// A diet in its code of codes.csv, with allergens it leaves out beside; the code is empty where not known.
struct DietMeant {
    std::string code;
    std::vector<std::string_view> leaves_out;
};
DietMeant diet_meant(std::string_view written);

} // namespace rheobase::verdict
