// What a record holds and the answer does not rest on, gathered so that nothing is lost and no list drowns
// the rest: of one kind the first are named, the others counted.
#pragma once

#include "model/verdict/evidence.hpp"

#include <map>
#include <string>
#include <vector>

namespace rheobase::read::fhir {

class Told {
  public:
    /// Something that is not used, and why, in one plain sentence.
    void say(std::string what, std::string const& why, std::string const& nearest = {});

    /// A resource of a kind that is not read.
    void count(std::string const& kind) { ++not_read_[kind]; }

    /// All of it, in an order that does not depend on the order of saying.
    std::vector<verdict::NotConsidered> rows() const;

  private:
    struct Said {
        std::string nearest;
        int times = 0;
    };
    std::map<std::string, std::map<std::string, Said>> by_reason_;
    std::map<std::string, int> not_read_;
};

} // namespace rheobase::read::fhir
