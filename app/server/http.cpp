#include "app/server/http.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace rheobase::server {

std::string_view const page_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
std::string_view const report_policy =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; base-uri 'none'; "
    "form-action 'none'";

namespace {

int hex_digit(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    c = static_cast<char>(c | 0x20);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool is_control(char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

/// The parts of a text between `separator`, empty ones too.
std::vector<std::string_view> cut(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (;;) {
        auto const end = text.find(separator);
        parts.push_back(text.substr(0, end));
        if (end == text.npos)
            return parts;
        text.remove_prefix(end + 1);
    }
}

} // namespace

std::string_view Request::header(std::string_view name) const {
    auto const found = headers.find(name);
    return found == headers.end() ? std::string_view() : found->second;
}

std::string_view Request::asked(std::string_view name) const {
    auto const found = query.find(name);
    return found == query.end() ? std::string_view() : found->second;
}

std::string Request::address() const {
    std::string out;
    for (auto const& step : path)
        out += "/" + step;
    return out.empty() ? "/" : out;
}

std::optional<std::string> percent_decoded(std::string_view text, bool plus_is_blank) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '+' && plus_is_blank) {
            out += ' ';
        } else if (text[i] == '%') {
            if (i + 2 >= text.size())
                return std::nullopt;
            int const high = hex_digit(text[i + 1]), low = hex_digit(text[i + 2]);
            if (high < 0 || low < 0)
                return std::nullopt;
            out += static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            out += text[i];
        }
    }
    return out;
}

void read_target(std::string_view target, Request& request) {
    request.path.clear();
    request.query.clear();
    request.target_sound = target.starts_with('/');
    if (!request.target_sound)
        return;
    auto const mark = target.find('?');
    auto const path = target.substr(1, mark == target.npos ? mark : mark - 1);
    if (!path.empty())
        for (auto const part : cut(path, '/')) {
            auto step = percent_decoded(part, false);
            if (!step || step->empty() || *step == "." || *step == ".." ||
                std::any_of(step->begin(), step->end(), is_control)) {
                request.target_sound = false;
                return;
            }
            request.path.push_back(std::move(*step));
        }
    if (mark == target.npos)
        return;
    for (auto const pair : cut(target.substr(mark + 1), '&')) {
        auto const equals = pair.find('=');
        auto name = percent_decoded(pair.substr(0, equals), true);
        auto value = percent_decoded(equals == pair.npos ? "" : pair.substr(equals + 1), true);
        if (!name || !value) {
            request.target_sound = false;
            return;
        }
        if (!name->empty())
            request.query.emplace(std::move(*name), std::move(*value));
    }
}

Response problem_response(int status, Problem const& problem) {
    nlohmann::ordered_json const body{
        {"problem", {{"what", problem.what}, {"where", problem.where}, {"hint", problem.hint}}}};
    return {status,
            "application/json",
            body.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n",
            {}};
}

std::string media_type(std::string_view header) {
    auto type = header.substr(0, header.find(';'));
    while (!type.empty() && (type.front() == ' ' || type.front() == '\t'))
        type.remove_prefix(1);
    while (!type.empty() && (type.back() == ' ' || type.back() == '\t'))
        type.remove_suffix(1);
    std::string out(type);
    for (char& c : out)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    return out;
}

std::vector<std::pair<std::string, std::string>> const& common_headers() {
    static std::vector<std::pair<std::string, std::string>> const headers{
        {"X-Content-Type-Options", "nosniff"},
        {"Referrer-Policy", "no-referrer"},
        {"Cache-Control", "no-store"},
        {"Cross-Origin-Opener-Policy", "same-origin"},
        {"Cross-Origin-Embedder-Policy", "require-corp"},
        {"Cross-Origin-Resource-Policy", "same-origin"},
        {"X-Frame-Options", "DENY"},
    };
    return headers;
}

} // namespace rheobase::server
