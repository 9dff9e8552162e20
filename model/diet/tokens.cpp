#include "model/diet/tokens.hpp"

#include "base/number.hpp"
#include "model/diet/picture_words.rows.hpp"

#include <array>

namespace rheobase::diet {

namespace {

constexpr char parting = ' ';
constexpr char picture_begins = '\x01', picture_ends = '\x02'; ///< around the words that a picture stands for

bool digit(char c) {
    return c >= '0' && c <= '9';
}
bool letter(char c) {
    return c >= 'a' && c <= 'z';
}

/// Folded text and, for every byte of it, where it came from.
struct Folded {
    std::string text;
    std::vector<std::uint32_t> source;

    void add(char c, std::size_t from) {
        text += c;
        source.push_back(static_cast<std::uint32_t>(from));
    }
    void add(std::string_view letters, std::size_t from) {
        for (char const c : letters)
            add(c, from);
    }
};

/// Latin letters with accents, from À (U+00C0) on, as plain ones.
constexpr std::string_view plain_latin = "aaaaaaaceeeeiiiidnoooooxouuuuypsaaaaaaaceeeeiiiidnooooo ouuuuypy";

/// The signs of two and three bytes that people really write about food.
std::size_t fold_wide(std::string_view text, std::size_t at, Folded& out) {
    auto const byte = [&](std::size_t i) {
        return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
    };
    struct Sign {
        std::string_view utf8, plain;
    };
    static constexpr auto signs = std::to_array<Sign>({
        {"\xC2\xBD", " 1/2 "},
        {"\xC2\xBC", " 1/4 "},
        {"\xC2\xBE", " 3/4 "},
        {"\xE2\x85\x93", " 1/3 "},
        {"\xE2\x85\x94", " 2/3 "},
        {"\xE2\x85\x9B", " 1/8 "},
        {"\xE2\x80\x98", "'"},
        {"\xE2\x80\x99", "'"},
        {"\xE2\x80\x93", "-"},
        {"\xE2\x80\x94", ","},
        {"\xE2\x80\x9C", "\""},
        {"\xE2\x80\x9D", "\""},
        {"\xE2\x80\xA6", "."},
        {"\xE2\x80\xA2", ","},
        {"\xC2\xAE", " "},
        {"\xE2\x84\xA2", " "},
    });
    for (auto const& sign : signs)
        if (text.substr(at).starts_with(sign.utf8)) {
            out.add(sign.plain, at);
            return sign.utf8.size();
        }
    constexpr unsigned first_picture = 0xE2;
    for (auto const& row : picture_words_rows)
        if (byte(0) >= first_picture && text.substr(at).starts_with(row.picture)) {
            out.add(picture_begins, at);
            out.add(row.word, at);
            out.add(picture_ends, at + row.picture.size());
            return row.picture.size();
        }
    constexpr unsigned latin_lead = 0xC3;
    constexpr unsigned first_continuation = 0x80;
    if (byte(0) == latin_lead && byte(1) >= first_continuation &&
        byte(1) - first_continuation < plain_latin.size()) {
        out.add(plain_latin[byte(1) - first_continuation], at);
        return 2;
    }
    out.add(parting, at);
    return 1;
}

void fold(std::string_view text, Folded& out) {
    out.text.reserve(text.size() + 1);
    out.source.reserve(text.size() + 1);
    for (std::size_t at = 0; at < text.size();) {
        char const c = text[at];
        if (static_cast<unsigned char>(c) > '~') {
            at += fold_wide(text, at, out);
            continue;
        }
        if (c >= 'A' && c <= 'Z')
            out.add(static_cast<char>(c - 'A' + 'a'), at);
        else
            out.add(c == '\n' ? ';' : c < ' ' ? parting : c, at);
        ++at;
    }
}

class Reader {
  public:
    Reader(std::string_view written, Folded const& folded, Tokens& out)
        : written_(written), text_(folded.text), source_(folded.source), out_(out) {}

    void read() {
        while (at_ < text_.size()) {
            char const c = text_[at_];
            if (c == picture_begins || c == picture_ends) {
                picture_ = c == picture_begins ? Token::Picture::first : Token::Picture::none;
                ++at_;
            } else if (digit(c) || (c == '.' && next_is_digit() && !after_digit()))
                number();
            else if (letter(c) || c == '&')
                word();
            else
                mark(c);
        }
    }

  private:
    bool next_is_digit() const { return at_ + 1 < text_.size() && digit(text_[at_ + 1]); }
    bool after_digit() const { return at_ > 0 && digit(text_[at_ - 1]); }
    char ahead(std::size_t i) const { return i < text_.size() ? text_[i] : parting; }

    Token& push(Token::Kind kind, std::size_t from) {
        Token token;
        token.kind = kind;
        token.glued = from > 0 && from == last_end_;
        token.source_from = source_[from];
        token.picture = picture_;
        if (picture_ == Token::Picture::first)
            picture_ = Token::Picture::further;
        token.source_to = at_ < source_.size() ? source_[at_] : source_.back() + 1;
        out_.all.push_back(token);
        last_end_ = at_;
        return out_.all.back();
    }

    void letters_of(Token& token, std::size_t from) {
        token.from = static_cast<std::uint32_t>(out_.letters.size());
        std::string plain;
        for (std::size_t i = from; i < at_; ++i)
            if (text_[i] != '\'') {
                plain += text_[i];
                out_.letters += as_written(i);
            }
        token.size = static_cast<std::uint32_t>(out_.letters.size() - token.from);
        token.key = word_key(plain);
    }

    /// A letter with its accent, which tells a word of another language from a slip of the pen.
    std::string_view as_written(std::size_t i) const {
        auto const there = written_.substr(source_[i], 2);
        bool const accented = letter(text_[i]) && static_cast<unsigned char>(there.front()) == 0xC3;
        return accented ? there : text_.substr(i, 1);
    }

    /// "12", "1,200", "16.9", "1,5", "1/2"; "2%" and "7up" are words.
    void number() {
        auto const from = at_;
        while (digit(ahead(at_)) || (ahead(at_) == '.' && digit(ahead(at_ + 1))) ||
               (ahead(at_) == ',' && (thousands(at_) || decimals(at_))))
            ++at_;
        at_ = behind_exponent(at_);
        auto const written = rheobase::number_with_grouping(text_.substr(from, at_ - from));
        if (!written) { // "3.5.2" is no number
            letters_of(push(Token::Kind::word, from), from);
            return;
        }
        double value = *written;
        if (ahead(at_) == '/' && digit(ahead(at_ + 1))) {
            auto const bar = at_++;
            while (digit(ahead(at_)))
                ++at_;
            double const below = rheobase::number(text_.substr(bar + 1, at_ - bar - 1)).value_or(0);
            if (!(below > 0)) { // "1/0" is no number
                letters_of(push(Token::Kind::word, from), from);
                return;
            }
            value /= below;
        }
        auto const after = at_;
        if (ahead(at_) == '%') {
            ++at_;
            letters_of(push(Token::Kind::word, from), from);
            return;
        }
        while (letter(ahead(at_)))
            ++at_;
        if (at_ > after) {
            auto const tail = word_key(text_.substr(after, at_ - after));
            auto const role = meaning_of({&tail, 1}).role;
            bool const times = at_ == after + 1 && ahead(after) == 'x';
            if (role != Speech::unit && role != Speech::measure && !times) {
                letters_of(push(Token::Kind::word, from), from);
                return;
            }
            at_ = after;
        }
        Token& token = push(Token::Kind::number, from);
        letters_of(token, from);
        token.value = value;
        if (ahead(at_) == '"' || (ahead(at_) == '\'' && ahead(at_ + 1) == '\'')) {
            ++at_;
            push(Token::Kind::word, at_ - 1);
            Token& inch = out_.all.back();
            inch.from = static_cast<std::uint32_t>(out_.letters.size());
            out_.letters += "inch";
            inch.size = static_cast<std::uint32_t>(out_.letters.size() - inch.from);
            inch.key = word_key("inch");
        }
    }

    /// A comma that groups digits has exactly three behind it.
    bool thousands(std::size_t comma) const {
        constexpr std::size_t group = 3;
        for (std::size_t i = 1; i <= group; ++i)
            if (!digit(ahead(comma + i)))
                return false;
        return !digit(ahead(comma + group + 1)) && comma > 0 && digit(text_[comma - 1]);
    }

    /// The comma of "1,5 l": one or two digits behind it, and no further comma.
    bool decimals(std::size_t comma) const {
        auto end = comma + 1;
        while (digit(ahead(end)))
            ++end;
        constexpr std::size_t most = 2;
        return end > comma + 1 && end <= comma + 1 + most && ahead(end) != ',' && comma > 0 &&
               digit(text_[comma - 1]);
    }

    /// "1e9" is one number, "1e" and "2eggs" are not.
    std::size_t behind_exponent(std::size_t i) const {
        auto end = i + 1;
        while (digit(ahead(end)))
            ++end;
        return ahead(i) == 'e' && end > i + 1 && !letter(ahead(end)) ? end : i;
    }

    void word() {
        auto const from = at_;
        if (ahead(at_) == 'x' && digit(ahead(at_ + 1)) && (at_ == 0 || !letter(text_[at_ - 1])))
            ++at_; // "x3" is three times
        else
            while (letter(ahead(at_)) || digit(ahead(at_)) || inner_sign(at_, from))
                ++at_;
        if (at_ == from)
            ++at_;
        if (at_ == from + 1 && text_[from] == 'w' && ahead(at_) == '/') // "w/ milk", "w/o sugar"
            at_ += ahead(at_ + 1) == 'o' && !letter(ahead(at_ + 2)) ? 2 : 1;
        Token& token = push(Token::Kind::word, from);
        letters_of(token, from);
        if (out_.text(token) == "x" && !out_.all.empty())
            token.mark = 'x';
    }

    /// The signs of "kellogg's" and "m&m's".
    bool inner_sign(std::size_t i, std::size_t from) const {
        return i > from && (ahead(i) == '\'' || ahead(i) == '&') && letter(ahead(i + 1));
    }

    void mark(char c) {
        auto const from = at_++;
        if (c == '-') { // a hyphen holds words together, a dash stands free
            if (from == last_end_ && (letter(ahead(at_)) || digit(ahead(at_)))) {
                Token const& before = out_.all.empty() ? Token{} : out_.all.back();
                if (before.kind == Token::Kind::number && digit(ahead(at_)))
                    push(Token::Kind::mark, from).mark = '-';
                last_end_ = at_;
                return;
            }
            c = ',';
        }
        if ((c == '!' || c == '?') && at_ + 1 < text_.size() && text_[at_] == ' ' && letter(ahead(at_ + 1)) &&
            !capital(at_ + 1))
            return;   // "Chips Ahoy! cookies"
        if (c == '+') // "eggs + toast"
            c = ',';
        constexpr std::string_view stops = ".!?;:";
        if (stops.find(c) != stops.npos)
            c = '.';
        else if (c == '[' || c == '{')
            c = '(';
        else if (c == ']' || c == '}')
            c = ')';
        if (c == '.' || c == ',' || c == '(' || c == ')' || c == '/')
            push(Token::Kind::mark, from).mark = c;
    }

    bool capital(std::size_t i) const {
        char const c = written_[source_[i]];
        return c >= 'A' && c <= 'Z';
    }

    std::string_view written_;
    std::string_view text_;
    std::vector<std::uint32_t> const& source_;
    Tokens& out_;
    std::size_t at_ = 0;
    std::size_t last_end_ = 0;
    Token::Picture picture_ = Token::Picture::none;
};

} // namespace

Tokens tokens_of(std::string_view text) {
    Folded folded;
    fold(text, folded);
    Tokens out;
    out.letters.reserve(folded.text.size());
    constexpr std::size_t usual_letters_per_token = 5;
    out.all.reserve(folded.text.size() / usual_letters_per_token + 1);
    Reader(text, folded, out).read();
    return out;
}

void keys_of(std::string_view text, std::vector<WordKey>& keys) {
    Tokens const tokens = tokens_of(text);
    keys.clear();
    for (auto const& token : tokens.all)
        keys.push_back(token.kind == Token::Kind::mark ? 0 : token.key);
}

} // namespace rheobase::diet
