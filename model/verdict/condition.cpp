#include "model/verdict/condition.hpp"

#include <algorithm>

namespace rheobase::verdict {

namespace {

/// Judges one node. `raises` is true where a yes pushes the whole towards yes: there unfirm evidence may say
/// yes but not no; under a negation or behind `unless` it is the other way round.
Truth judge_node(Condition const& condition, int place, Ask const& ask, bool raises,
                 std::vector<Truth>& found) {
    auto const& node = condition.nodes[static_cast<std::size_t>(place)];
    auto judged = [&](std::size_t part, bool up) {
        return judge_node(condition, node.parts[part], ask, up, found);
    };
    Truth out = Truth::unknown;
    switch (node.kind) {
    case Condition::Kind::term: {
        auto const reading = ask(condition.terms[static_cast<std::size_t>(node.parts[0])]);
        auto const forbidden = raises ? Truth::no : Truth::yes;
        out = !reading.firm && reading.truth == forbidden ? Truth::unknown : reading.truth;
        break;
    }
    case Condition::Kind::all:
        out = Truth::yes;
        for (std::size_t i = 0; i < node.parts.size(); ++i)
            out = both(out, judged(i, raises));
        break;
    case Condition::Kind::any:
        out = Truth::no;
        for (std::size_t i = 0; i < node.parts.size(); ++i)
            out = either(out, judged(i, raises));
        break;
    case Condition::Kind::count: {
        int surely = 0;
        int perhaps = 0;
        for (std::size_t i = 0; i < node.parts.size(); ++i) {
            auto const part = judged(i, raises);
            surely += part == Truth::yes;
            perhaps += part != Truth::no;
        }
        out = surely >= node.at_least ? Truth::yes : perhaps >= node.at_least ? Truth::unknown : Truth::no;
        break;
    }
    case Condition::Kind::opposite:
        out = opposite(judged(0, !raises));
        break;
    case Condition::Kind::known:
        out = truth(judged(0, raises) != Truth::unknown);
        break;
    case Condition::Kind::unless:
        out = judged(0, raises);
        if (judged(1, !raises) == Truth::yes)
            out = Truth::no;
        break;
    }
    return found[static_cast<std::size_t>(place)] = out;
}

/// The unknown terms below a node that is itself unknown: the others cannot decide it any more.
void collect(Condition const& condition, int place, std::vector<Truth> const& found,
             std::vector<Term const*>& needs) {
    if (found[static_cast<std::size_t>(place)] != Truth::unknown)
        return;
    auto const& node = condition.nodes[static_cast<std::size_t>(place)];
    if (node.kind == Condition::Kind::term) {
        needs.push_back(&condition.terms[static_cast<std::size_t>(node.parts[0])]);
        return;
    }
    auto const parts = node.kind == Condition::Kind::unless ? 1 : node.parts.size();
    for (std::size_t i = 0; i < parts; ++i)
        collect(condition, node.parts[i], found, needs);
}

} // namespace

Judged judge_condition(Condition const& condition, Ask const& ask) {
    Judged judged;
    if (condition.nodes.empty())
        return judged;
    auto const root = static_cast<int>(condition.nodes.size()) - 1;
    std::vector<Truth> found(condition.nodes.size(), Truth::unknown);
    judged.truth = judge_node(condition, root, ask, true, found);
    collect(condition, root, found, judged.needs);
    return judged;
}

std::vector<Term> const& terms_of(Condition const& condition) {
    return condition.terms;
}

} // namespace rheobase::verdict
