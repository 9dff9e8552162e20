// The range of blood in which healthy people live. The base rates are theirs, whichever corner of it they
// live in; so only what goes beyond it can be held against the base rate, and everything is measured from the
// nearest ordinary blood.
#pragma once

#include "model/nerve/medium.hpp"

namespace rheobase::twitch {

/// Each ion at its own value where that is ordinary, else at the end of ordinary_range.csv that is nearer;
/// the middle where it is unknown. The temperature is kept.
nerve::Medium<double> nearest_ordinary(nerve::Medium<double> const& blood);

/// This blood with the potassium of the nearest ordinary one.
nerve::Medium<double> without_its_potassium(nerve::Medium<double> const& blood);

} // namespace rheobase::twitch
