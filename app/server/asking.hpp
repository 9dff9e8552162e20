// What is kept of a person, taken from the store for a moment, and the chain run on it.
#pragma once

#include "app/server/api.hpp"
#include "app/store/own_case.hpp"
#include "model/rheobase.hpp"

namespace rheobase::server {

struct Own {
    store::Id person = 0;
    store::OwnCase told;
};

Own own_of(Asked const& asked);

/// The chain as `ask` runs it, telling how far it is between `from` and `to` (0 to 1).
Answer chain(Asked const& asked, read::CaseRead const& read, diet::Diary const& diary, double from,
             double to);

} // namespace rheobase::server
