// Whether a document keeps to a schema that the program ships, judged by a library of its own.
#pragma once

#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace rheobase {

/// One shipped schema, parsed once. The library takes a compiler long, so it is seen by one source alone.
class KeptSchema {
  public:
    /// Throws where the text is no JSON.
    explicit KeptSchema(std::string_view text);
    ~KeptSchema();

    /// A line for each fault; empty where the document keeps to the schema.
    std::string faults_in(nlohmann::json const& document) const;

  private:
    struct Parsed;
    std::unique_ptr<Parsed> parsed_;
};

} // namespace rheobase
