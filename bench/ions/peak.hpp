// What this machine's arithmetic can do at most, measured beside the figures that are held against it.
#pragma once

namespace rheobase::bench {

/// Additions and multiplications a second of one core, in billions, from independent chains in registers of that many
/// lanes, with no fused multiply-add, as in the product. 0 where the machine lacks the width.
double peak(int lanes);

/// Divisions a second of one core, in billions, likewise.
double peak_divisions(int lanes);

} // namespace rheobase::bench
