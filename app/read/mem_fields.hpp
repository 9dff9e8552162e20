// The lines of a recording that hold one thing each: who and what in its header, its derived variables, its
// extra ones.
#pragma once

#include "app/read/mem_lines.hpp"
#include "model/nerve/threshold_recording.hpp"

#include <functional>
#include <string>

namespace rheobase::read {

/// Called with what cannot be read in a line and what that means.
using MemFault = std::function<void(int line, std::string what, std::string hint)>;

/// " Age:   30".
void read_header_field(MemLine const& line, nerve::ThresholdRecording& recording, MemFault const& cannot);

/// " 3.   0.287   Strength-duration\time constant (ms)": number, value, name. The name goes before the
/// number.
void read_variable(MemLine const& line, nerve::ThresholdRecording& recording, MemFault const& cannot);

/// "Potassium = 4.5": what the examiner added.
void read_extra(MemLine const& line, nerve::ThresholdRecording& recording);

} // namespace rheobase::read
