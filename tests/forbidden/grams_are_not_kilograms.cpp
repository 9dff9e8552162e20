// Must not compile: a mass in grams handed to one who expects kilograms.
#include "base/quantities.hpp"

rheobase::Kilograms weight() {
    return rheobase::Grams(70000);
}
