#include "model/why/card.hpp"

#include <algorithm>

namespace rheobase::why {

std::string_view in_words(Kind kind) {
    switch (kind) {
    case Kind::nutrient:
        return "nutrient";
    case Kind::sign:
        return "sign";
    case Kind::cause:
        return "cause";
    case Kind::medicine:
        return "medicine";
    case Kind::test:
        return "test";
    case Kind::rule:
        return "rule";
    case Kind::stop:
        return "stop";
    case Kind::pattern:
        return "pattern";
    case Kind::question:
        return "question";
    case Kind::source:
        return "source";
    }
    return "";
}

std::vector<std::string> sources_of(Card const& card) {
    std::vector<std::string> out;
    for (auto const& part : card.parts)
        for (auto const& statement : part.statements)
            for (auto const& source : statement.sources)
                if (std::find(out.begin(), out.end(), source) == out.end())
                    out.push_back(source);
    return out;
}

} // namespace rheobase::why
