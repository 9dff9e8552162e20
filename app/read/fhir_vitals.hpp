// Vital signs, weight and height of a record.
#pragma once

#include "app/read/fhir_sample.hpp"

#include <map>

namespace rheobase::read::fhir {

class Vitals {
  public:
    /// Takes one measurement of `what` ("systolic", "weight_kg").
    void take(std::string_view what, Json const& node, Sample const& sample, std::string const& said,
              Record& record);

    /// Of each the newest; of those that are judged together (pressure, pulse, temperature) only one day's.
    void settle(Record& record, verdict::Evidence& evidence) const;

  private:
    struct Measured {
        double value = 0;
        std::optional<When> date;
        std::string said;
    };
    std::map<std::string, std::vector<Measured>, std::less<>> measured_;
};

} // namespace rheobase::read::fhir
