#include "app/cli/options.hpp"
#include "app/cli/verb_options.hpp"

namespace rheobase::cli {

void add_foods_options(CLI::App& verb, FoodsOptions& options, std::string& out_path) {
    constexpr int most_rows = 1'000'000;
    verb.require_subcommand(1);
    verb.footer("Example: rheobase foods search \"pumpkin seeds\"");
    auto* search = verb.add_subcommand("search", "Find foods by name");
    search->add_option("text", options.text, "What to look for")->required();
    search->add_option("--limit", options.limit, "How many to print")
        ->check(whole_number(1, most_rows, "number of rows"))
        ->capture_default_str();
    search->add_option("--source", options.source, "Which table")
        ->check(one_of({"fndds", "sr", "all"}, "food table"))
        ->capture_default_str();
    add_format(*search, options.format, {"text", "json"});
    add_out(*search, out_path);
    search->footer("Example: rheobase foods search almonds --limit 5 --format json");
    auto* show = verb.add_subcommand("show", "Everything the table knows of one food");
    show->add_option("id", options.text, "Its id, such as SR:12061 or FNDDS:63107010")->required();
    add_format(*show, options.format, {"text", "json"});
    add_out(*show, out_path);
    show->footer("Example: rheobase foods show SR:12061");
    auto* rank = verb.add_subcommand("rank", "Foods that hold most of a nutrient");
    rank->add_option("--nutrient", options.nutrient, "Which nutrient, by its key")->capture_default_str();
    rank->add_option("--per", options.per, "100g or portion")
        ->check(one_of({"100g", "portion"}, "measure"))
        ->capture_default_str();
    rank->add_option("--limit", options.limit, "How many to print")
        ->check(whole_number(1, most_rows, "number of rows"))
        ->capture_default_str();
    rank->add_option("--source", options.source, "Which table")
        ->check(one_of({"fndds", "sr", "all"}, "food table"))
        ->capture_default_str();
    add_format(*rank, options.format, {"text", "json"});
    add_out(*rank, out_path);
    rank->footer("Example: rheobase foods rank --nutrient magnesium_mg --per portion");
    for (auto const& [added, which] : {std::pair{search, FoodsOptions::Verb::search},
                                       {show, FoodsOptions::Verb::show},
                                       {rank, FoodsOptions::Verb::rank}})
        added->callback([&options, which = which] { options.verb = which; });
}

} // namespace rheobase::cli
