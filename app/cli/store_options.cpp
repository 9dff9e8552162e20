#include "app/cli/store_options.hpp"

#include "app/cli/options.hpp"

namespace rheobase::cli {

namespace {

CLI::App* add_verb(CLI::App& verb, StoreOptions& options, StoreOptions::Verb which, char const* name,
                   char const* about, char const* example) {
    auto* added = verb.add_subcommand(name, about);
    added->add_option("--store", options.store, "The store's file; else the one in your data folder");
    added->callback([&options, which] { options.verb = which; });
    added->footer(example);
    return added;
}

} // namespace

void add_store_options(CLI::App& verb, StoreOptions& options, std::string& out_path) {
    using Verb = StoreOptions::Verb;
    verb.require_subcommand(1);
    verb.footer("Everything lies in one file on this machine, readable by you alone.\n"
                "Example: rheobase store show\n"
                "         rheobase store keep me.json\n"
                "         rheobase store export --out everything.json");
    add_verb(verb, options, Verb::show, "show", "Where the store is, and how much of what it holds",
             "Example: rheobase store show");
    auto* keep = add_verb(verb, options, Verb::keep, "keep",
                          "Keep what a file holds: a case, a food diary of any known format, a table of "
                          "results or a health record",
                          "Example: rheobase store keep me.json\n"
                          "         rheobase store keep servings.csv\n"
                          "         rheobase store keep results.csv");
    keep->add_option("file", options.file, "The file; - reads standard input")->required();
    keep->add_option("--today", options.today, "Day on which it is entered, as 2026-03-01; else today");
    auto* export_all =
        add_verb(verb, options, Verb::export_all, "export", "Take everything out",
                 "Example: rheobase store export --out everything.json\n"
                 "         rheobase store export --format csv --out eaten.csv\n"
                 "         rheobase store export --format fhir --out record.json\n"
                 "         rheobase store export --passphrase-file secret.txt --out locked.rheobase");
    export_all
        ->add_option(
            "--format", options.format,
            "json: all of it, to restore; csv: the diary by food and nutrient; fhir: a health record")
        ->check(one_of({"json", "csv", "fhir"}, "format"))
        ->capture_default_str();
    export_all->add_option("--out", out_path, "Write to this file instead of the screen");
    export_all->add_option("--passphrase-file", options.passphrase_file,
                           "Lock it with the passphrase in the first line of this file");
    export_all->add_option("--today", options.today, "Day of a health record, as 2026-03-01; else today");
    for (auto* verb_of_one : {keep, export_all})
        verb_of_one->add_option("--who", options.who, "Of whom in the store, by name; else its first person");
    add_verb(verb, options, Verb::add, "add", "Add a person to the store: one file may serve a household",
             "Example: rheobase store add Ada\n"
             "         rheobase ask --who Ada")
        ->add_option("name", options.who, "What they are called")
        ->required();
    auto* restore = add_verb(verb, options, Verb::restore, "restore", "Put back what export wrote as JSON",
                             "Example: rheobase store restore everything.json\n"
                             "         rheobase store restore locked.rheobase --passphrase-file secret.txt");
    restore->add_option("file", options.file, "The file; - reads standard input")->required();
    restore->add_option("--passphrase-file", options.passphrase_file,
                        "Holds the passphrase of a locked file in its first line");
    restore->add_flag("--replace", options.replace, "Erase what the store holds now");
    auto* erase =
        add_verb(verb, options, Verb::erase, "erase", "Erase the store and everything in it, for good",
                 "Example: rheobase store export --out everything.json\n"
                 "         rheobase store erase --yes");
    erase->add_flag("--yes", options.sure, "Yes, erase everything");
}

} // namespace rheobase::cli
