// Must not compile: a bare number does not say what it measures.
#include "base/quantities.hpp"

rheobase::Years age() {
    return 34;
}
