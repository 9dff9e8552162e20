// From text to tree: a word reader and one function a level of binding (unless, or, and, not, term).
#include "base/number.hpp"
#include "model/verdict/condition.hpp"

#include <optional>

namespace rheobase::verdict {

namespace {

constexpr int deepest = 40; // named conditions stand in for one another; a circle must end

bool part_of_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '.' || c == '*' || c == '-';
}

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::size_t i = 0; i < text.size();) {
        if (text[i] == ' ' || text[i] == '\n' || text[i] == '\t') {
            ++i;
            continue;
        }
        std::size_t end = i + 1;
        if (part_of_word(text[i]))
            while (end < text.size() && part_of_word(text[end]))
                ++end;
        else if ((text[i] == '<' || text[i] == '>') && end < text.size() && text[end] == '=')
            ++end;
        words.push_back(text.substr(i, end - i));
        i = end;
    }
    return words;
}

class Parser {
  public:
    Parser(Condition& into, Names const& names) : into_(into), names_(names) {}

    std::optional<int> whole(std::string_view text, int depth) {
        if (depth > deepest) {
            complain("named conditions stand for one another in a circle");
            return std::nullopt;
        }
        auto const outer_words = std::move(words_);
        auto const outer_at = at_;
        words_ = words_of(text);
        at_ = 0;
        depth_ = depth;
        auto const root = unless();
        if (root && at_ < words_.size())
            complain("'" + std::string(words_[at_]) + "' is more than the condition needs");
        words_ = outer_words;
        at_ = outer_at;
        depth_ = depth - 1;
        return why_.empty() ? root : std::nullopt;
    }

    std::string const& why() const { return why_; }

  private:
    Condition& into_;
    Names const& names_;
    std::vector<std::string_view> words_;
    std::size_t at_ = 0;
    int depth_ = 0;
    std::string why_;

    void complain(std::string what) {
        if (why_.empty())
            why_ = std::move(what);
    }

    std::string_view peek(std::size_t ahead = 0) const {
        return at_ + ahead < words_.size() ? words_[at_ + ahead] : std::string_view{};
    }

    bool take(std::string_view word) {
        if (peek() != word)
            return false;
        ++at_;
        return true;
    }

    int add(Condition::Kind kind, std::vector<int> parts, int at_least = 0) {
        into_.nodes.push_back({kind, std::move(parts), at_least});
        return static_cast<int>(into_.nodes.size()) - 1;
    }

    std::optional<int> unless() {
        auto const what = joined("or", Condition::Kind::any, &Parser::conjunction);
        if (!what || !take("unless"))
            return what;
        auto const silencer = joined("or", Condition::Kind::any, &Parser::conjunction);
        if (!silencer)
            return std::nullopt;
        return add(Condition::Kind::unless, {*what, *silencer});
    }

    std::optional<int> conjunction() { return joined("and", Condition::Kind::all, &Parser::negation); }

    std::optional<int> joined(std::string_view by, Condition::Kind kind,
                              std::optional<int> (Parser::*next)()) {
        std::vector<int> parts;
        do {
            auto const part = (this->*next)();
            if (!part)
                return std::nullopt;
            parts.push_back(*part);
        } while (take(by));
        return parts.size() == 1 ? parts[0] : add(kind, parts);
    }

    std::optional<int> negation() {
        if (!take("not"))
            return primary();
        auto const part = negation();
        if (!part)
            return std::nullopt;
        return add(Condition::Kind::opposite, {*part});
    }

    std::optional<int> primary() {
        if (take("("))
            return closed(unless());
        if (peek(1) == "(" && (peek() == "any" || peek() == "all" || peek() == "known"))
            return listed(peek() == "any"   ? Condition::Kind::any
                          : peek() == "all" ? Condition::Kind::all
                                            : Condition::Kind::known,
                          0, 1);
        if (auto const count = number(peek()); count && peek(1) == "of")
            return listed(Condition::Kind::count, static_cast<int>(*count), 2);
        if (peek().starts_with("is.")) {
            auto const name = words_[at_++].substr(3);
            auto const text = names_(name);
            if (text.empty()) {
                complain("no condition is named '" + std::string(name) + "'");
                return std::nullopt;
            }
            return whole(text, depth_ + 1);
        }
        return term();
    }

    std::optional<int> closed(std::optional<int> inner) {
        if (inner && !take(")")) {
            complain("a bracket is not closed");
            return std::nullopt;
        }
        return inner;
    }

    std::optional<int> listed(Condition::Kind kind, int at_least, std::size_t words_before) {
        at_ += words_before;
        if (!take("(")) {
            complain("a list in brackets is missing");
            return std::nullopt;
        }
        std::vector<int> parts;
        do {
            auto const part = unless();
            if (!part)
                return std::nullopt;
            parts.push_back(*part);
        } while (take(","));
        if (!take(")")) {
            complain("a list is not closed");
            return std::nullopt;
        }
        return add(kind, parts, at_least);
    }

    std::optional<int> term() {
        Term term;
        if (peek().find('.') == std::string_view::npos || number(peek())) {
            complain("'" + std::string(peek()) + "' is not a term");
            return std::nullopt;
        }
        term.path = std::string(words_[at_++]);
        bool compares = true;
        if (take("<"))
            term.compare = Compare::less;
        else if (take("<="))
            term.compare = Compare::at_most;
        else if (take(">"))
            term.compare = Compare::more;
        else if (take(">="))
            term.compare = Compare::at_least;
        else if (take("="))
            term.compare = Compare::equal;
        else if (take("within"))
            term.compare = Compare::within;
        else
            compares = false;
        if (compares) {
            auto const figure = number(peek());
            if (!figure) {
                complain("'" + std::string(peek()) + "' after " + term.path + " is not a number");
                return std::nullopt;
            }
            term.number = *figure;
            ++at_;
            if (term.compare == Compare::within && !take("days")) {
                complain("'within' counts days");
                return std::nullopt;
            }
        } else if (take("low"))
            term.compare = Compare::low;
        else if (take("high"))
            term.compare = Compare::high;
        else if (take("normal"))
            term.compare = Compare::normal;
        else if (take("is")) {
            term.compare = Compare::is;
            term.word = std::string(peek());
            ++at_;
        }
        into_.terms.push_back(std::move(term));
        return add(Condition::Kind::term, {static_cast<int>(into_.terms.size()) - 1});
    }
};

} // namespace

Result<Condition> parse_condition(std::string_view text, Names const& names) {
    Condition condition;
    Parser parser(condition, names);
    auto const root = parser.whole(text, 0);
    if (!root)
        return fault(std::string(text), parser.why().empty() ? "the condition is empty" : parser.why());
    return condition;
}

} // namespace rheobase::verdict
