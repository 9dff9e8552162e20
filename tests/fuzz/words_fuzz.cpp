// Any bytes are a meal in words: the reading ends, its amounts are ordered, and its texts are parts of what was written.
#include "model/diet/words.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    using namespace rheobase::diet;
    std::string_view const meal(reinterpret_cast<char const*>(data), size);
    Diary const diary = read_words(meal, foods());
    for (auto const& eaten : diary.eaten) {
        bool const ordered = eaten.grams.low >= 0 && eaten.grams.low <= eaten.grams.mid && eaten.grams.mid <= eaten.grams.high;
        bool const sensible = eaten.food >= 0 && eaten.food < foods().size() && eaten.sure >= 0 && eaten.sure <= 1;
        if (!ordered || !sensible || meal.find(eaten.text) == meal.npos)
            std::abort();
    }
    return 0;
}
