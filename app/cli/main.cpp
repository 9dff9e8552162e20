#include "model/diet/foods.hpp"

#include <fmt/core.h>

int main() {
    fmt::print("{} foods\n", rheobase::diet::foods().size());
}
