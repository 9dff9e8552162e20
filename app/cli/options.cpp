#include "app/cli/options.hpp"

#include "base/printable.hpp"
#include "base/spelling.hpp"

#include <algorithm>

namespace rheobase::cli {

namespace {

bool digits(std::string const& text, std::size_t most) {
    return !text.empty() && text.size() <= most && text.find_first_not_of("0123456789") == text.npos;
}

std::string listed(std::vector<std::string> const& names) {
    std::string out;
    for (std::size_t i = 0; i < names.size(); ++i)
        out += (i == 0 ? "" : i + 1 == names.size() ? " or " : ", ") + names[i];
    return out;
}

/// The verb whose options were being read.
CLI::App const& innermost(CLI::App const& app) {
    auto const verbs = app.get_subcommands();
    return verbs.empty() ? app : innermost(*verbs.front());
}

/// A word that no option and no argument is.
std::string unexpected(CLI::App const& verb, std::string const& word) {
    if (!word.starts_with("-"))
        return "'" + word + "' is one word too many. Put words that belong together in quotes";
    std::vector<std::string> known;
    for (auto const* option : verb.get_options())
        for (auto const& name : option->get_lnames())
            known.push_back("--" + name);
    auto const near = nearest(word, {known.begin(), known.end()});
    return "there is no option '" + word + "'. " +
           (near.empty() ? "The options are " + listed(known) : "Did you mean '" + std::string(near) + "'?");
}

/// An option that takes one value and was given more; empty where none was.
std::string given_again(CLI::App const& verb) {
    for (auto const* option : verb.get_options())
        if (option->get_items_expected_max() == 1 && option->results().size() > 1 &&
            option->get_multi_option_policy() == CLI::MultiOptionPolicy::Throw)
            return option->get_name();
    return {};
}

} // namespace

CLI::Validator whole_number(int low, int high, std::string what) {
    constexpr std::size_t most_digits = 9;
    auto const bounds = std::to_string(low) + " to " + std::to_string(high);
    return {[=](std::string& text) {
                bool const fits =
                    digits(text, most_digits) && std::stoi(text) >= low && std::stoi(text) <= high;
                return fits ? std::string()
                            : "'" + text + "' is no " + what + ". Give a whole number from " + bounds;
            },
            "from " + bounds, what};
}

CLI::Validator whole_seed() {
    constexpr std::size_t most_digits = 19;
    return {[](std::string& text) {
                return digits(text, most_digits)
                           ? std::string()
                           : "'" + text + "' is no seed. Give a whole number of up to 19 digits";
            },
            "", "seed"};
}

CLI::Validator one_of(std::vector<std::string> names, std::string what) {
    std::string all;
    for (auto const& name : names)
        all += (all.empty() ? "{" : ",") + name;
    return {[=](std::string& text) {
                if (std::find(names.begin(), names.end(), text) != names.end())
                    return std::string();
                return "'" + text + "' is no " + what + ". Take " + listed(names);
            },
            all + "}", what};
}

std::string slip_in_words(CLI::App const& app, CLI::ParseError const& problem) {
    auto const& verb = innermost(app);
    std::string const whole = &verb == &app ? "rheobase" : "rheobase " + verb.get_name();
    std::string what = problem.what();
    if (dynamic_cast<CLI::ExtrasError const*>(&problem)) {
        auto const words = app.remaining(true);
        auto const option =
            std::find_if(words.begin(), words.end(), [](auto const& word) { return word.starts_with("-"); });
        if (!words.empty())
            what = unexpected(verb, option == words.end() ? words.front() : *option);
    } else if (auto const twice = given_again(verb);
               dynamic_cast<CLI::ArgumentMismatch const*>(&problem))
        what = twice.empty() ? what.substr(0, what.find(':')) + " needs a value behind it"
                             : twice + " is given more than once. Leave one of them out";
    if (!what.ends_with('.') && !what.ends_with('?'))
        what += ".";
    return printable(whole + ": " + what + " '" + whole + " --help' shows what can be given.") + "\n";
}

} // namespace rheobase::cli
