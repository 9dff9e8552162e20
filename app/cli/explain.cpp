#include "model/why/explain.hpp"
#include "app/cli/verbs.hpp"
#include "app/report/json/card.hpp"
#include "app/report/text/card.hpp"
#include "model/why/compare.hpp"

namespace rheobase::cli {

Outcome explain(ExplainOptions const& options) {
    bool const json = options.format == "json";
    if (options.name.empty()) {
        auto const& all = why::all_named();
        return {answered, json ? report::json_of(all) : report::text_of(all, options.colour), ""};
    }
    if (options.name == "compare") {
        auto const rows = why::comparison();
        return {answered, json ? report::json_of(rows) : report::text_of(rows, options.colour), ""};
    }
    auto const card = why::explain(options.name);
    if (!card)
        return {unusable_input, "", in_words(card.error()) + "\n"};
    return {answered, json ? report::json_of(*card) : report::text_of(*card, options.colour), ""};
}

} // namespace rheobase::cli
