// Reads the text recordings of QTRAC (.MEM): header, stimulus-response, charge-duration, threshold
// electrotonus, recovery cycle, current-threshold, and the excitability variables that its own program
// derived. Sections may be missing, stand in any order or twice. What cannot be read is named with its line,
// and the rest goes on.
#pragma once

#include "base/result.hpp"
#include "model/nerve/threshold_recording.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace rheobase::read {

struct MemRead {
    nerve::ThresholdRecording recording;
    std::vector<Problem> unread;    ///< parts that could not be read: where and why
    std::vector<std::string> notes; ///< sentences: what was taken for granted
};

/// `name` is the file's name for messages. Fails where there is neither a curve nor an index in it. Never
/// throws; any bytes are met with an answer.
Result<MemRead> read_mem(std::string bytes, std::string_view name);

} // namespace rheobase::read
