#include "model/verdict/verdict.hpp"

namespace rheobase::verdict {

std::string_view in_code(Urgency urgency) {
    switch (urgency) {
    case Urgency::emergency:
        return "emergency";
    case Urgency::soon:
        return "soon";
    case Urgency::routine:
        return "routine";
    case Urgency::self_care:
        break;
    }
    return "self_care";
}

std::string_view state_in_code(Truth truth) {
    return truth == Truth::yes ? "fired" : truth == Truth::no ? "clear" : "cannot_judge";
}

std::string_view in_code(Band band) {
    return band == Band::likely ? "likely" : band == Band::possible ? "possible" : "unlikely";
}

} // namespace rheobase::verdict
