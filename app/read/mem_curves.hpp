// From the rows of a recording's sections to curves.
#pragma once

#include "base/result.hpp"
#include "model/nerve/threshold_recording.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace rheobase::read {

/// One row of a section, by what its columns are known as; unknown where a cell is blank.
struct MemRow {
    int line = 0;
    int set = 0;     ///< the 2 of TE2.7
    int section = 0; ///< counts the sections of the file, since some repeat
    double x = unknown, current = unknown, charge = unknown, percent = unknown;
    double value = unknown, second_value = unknown;
};

struct MemCurves {
    std::vector<nerve::RecordedCurve> curves;
    std::vector<Problem> unread;
    std::vector<std::string> notes;
};

/// The curves in the rows of one kind of section: sr, charge, sd, te, rc or iv. `file` is named in the
/// messages.
void add_curves(std::string_view kind, std::vector<MemRow> const& rows, std::string_view file,
                MemCurves& into);

} // namespace rheobase::read
