// The membrane of a fibre's nodes and internodes in its medium: what reversal potentials, warmth and scales
// make of the densities.
#pragma once

#include "model/nerve/cable.hpp"
#include "model/nerve/cable_internode.hpp"

namespace rheobase::nerve::cable {

/// Whole node, for steps of `step` ms.
NodeMembrane<double> node_membrane(FibreShape const& shape, NodeChannels channels,
                                   Medium<double> const& medium, NodeScale const& scale, double step);

InternodeState internode_state(NodeChannels channels, Medium<double> const& medium, double lamellae);

/// mV where the axolemma under the myelin rests.
double internode_rest(NodeChannels channels, Medium<double> const& medium);

/// mV where a node and the internodes beside it, alike along a long fibre, carry no current; searched upward
/// from far below, so that the lowest is found.
double resting(NodeChannels channels, NodeMembrane<double> const& node, HalfModes const& same,
               double rest_of_internode);

} // namespace rheobase::nerve::cable
