// Turns the tables of model/ into C++: one header a table, checked on the way.
//
//   factgen MODEL_FOLDER TABLE.csv OUT.hpp
//
// A table whose columns begin fact,value,unit,spread becomes a struct with one member a fact, templated on
// the number type, so that the same law runs for one person and for many; with a column `species` also an
// array that says how each fact differs between people. A table whose first column is `state` becomes the
// places of a state vector. Every other table becomes an array of rows. Columns, units and citations must be
// known to MODEL_FOLDER/{columns,units,sources}.csv; anything else fails the build at its file and line.

#include "tools/fact_headers.hpp"

#include <fstream>
#include <iostream>

int main(int count, char** words) {
    if (count != 4) {
        std::cerr << "usage: factgen MODEL_FOLDER TABLE.csv OUT.hpp\n";
        return 2;
    }
    int faults = 0;
    auto const table = rheobase::facts::checked_table(words[1], words[2], faults);
    if (faults)
        return 1;
    std::ofstream file(words[3], std::ios::binary);
    file << rheobase::facts::header(table);
    file.close();
    return file.good() ? 0 : 1;
}
