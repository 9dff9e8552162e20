// Whether a document keeps to a schema that the program ships, judged by a library of its own.
#pragma once

#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <string_view>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

namespace rheobase {

/// One shipped schema, parsed once.
class KeptSchema {
  public:
    explicit KeptSchema(std::string_view text) : document_(nlohmann::json::parse(text)) {
        valijson::SchemaParser parser;
        parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(document_), schema_);
    }

    /// A line for each fault; empty where the document keeps to the schema.
    std::string faults_in(nlohmann::json const& document) const {
        valijson::Validator validator(valijson::Validator::kStrongTypes);
        valijson::ValidationResults results;
        if (validator.validate(schema_, valijson::adapters::NlohmannJsonAdapter(document), &results))
            return {};
        std::ostringstream out;
        for (valijson::ValidationResults::Error error; results.popError(error);) {
            for (auto const& place : error.context)
                out << place;
            out << ": " << error.description << '\n';
        }
        return out.str();
    }

  private:
    nlohmann::json document_;
    valijson::Schema schema_;
};

} // namespace rheobase
