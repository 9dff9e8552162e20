#include "app/cli/options.hpp"
#include "app/cli/verb_options.hpp"
#include "model/ions/names.hpp"

namespace rheobase::cli {

void add_ions_options(CLI::App& verb, IonsOptions& options, std::string& out_path) {
    verb.add_option("experiment", options.experiment_path, "Experiment file (JSON); - reads standard input");
    add_format(verb, options.format, {"csv", "json", "html"});
    constexpr auto const& crowd = rheobase::ions::limit_of("people");
    verb.add_option("--people", options.people, "How many people, instead of what the file says")
        ->check(whole_number(static_cast<int>(crowd.low), static_cast<int>(crowd.high), "number of people"))
        ->type_name("UINT");
    verb.add_option("--seed", options.seed, "Which people, instead of what the file says")
        ->check(whole_seed());
    verb.add_option("--threads", options.threads,
                    "How many threads compute; 0 for all cores. The figures do not depend on it")
        ->check(whole_number(0, 1024, "number of threads"))
        ->capture_default_str();
    verb.add_flag("--list", options.list,
                  "Print every key, medicine, infusion, clamp, loss and report with its unit, and stop");
    verb.add_flag("--schema", options.schema, "Print the JSON schema of an experiment and stop");
    verb.add_flag("--answer-schema", options.answer_schema,
                  "Print the JSON schema of the JSON findings and stop");
    add_out(verb, out_path);
    verb.footer(ions_names() +
                "\nExample: rheobase ions docs/examples/magnesium_depletion.json\n"
                "         rheobase ions docs/examples/magnesium_depletion.json --people 200 --format html "
                "--out depletion.html");
}

} // namespace rheobase::cli
