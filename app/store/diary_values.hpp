// Foods as they were understood, as they are kept.
#pragma once

#include "app/store/store.hpp"

namespace rheobase::store {

/// `source` as in ChosenFood.
ChosenFood chosen(diet::Eaten const& eaten, std::string_view source, diet::Foods const& table);

} // namespace rheobase::store
