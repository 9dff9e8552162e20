#include "tests/schema/kept_schema.hpp"

#include <nlohmann/json.hpp>
#include <sstream>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

namespace rheobase {

struct KeptSchema::Parsed {
    nlohmann::json document;
    valijson::Schema schema;
};

KeptSchema::KeptSchema(std::string_view text) : parsed_(std::make_unique<Parsed>()) {
    parsed_->document = nlohmann::json::parse(text);
    valijson::SchemaParser parser;
    parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(parsed_->document), parsed_->schema);
}

KeptSchema::~KeptSchema() = default;

std::string KeptSchema::faults_in(nlohmann::json const& document) const {
    valijson::Validator validator(valijson::Validator::kStrongTypes);
    valijson::ValidationResults results;
    if (validator.validate(parsed_->schema, valijson::adapters::NlohmannJsonAdapter(document), &results))
        return {};
    std::ostringstream out;
    for (valijson::ValidationResults::Error error; results.popError(error);) {
        for (auto const& place : error.context)
            out << place;
        out << ": " << error.description << '\n';
    }
    return out.str();
}

} // namespace rheobase
