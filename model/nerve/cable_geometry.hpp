// The shape of a myelinated fibre between two nodes: node, MYSA (where the myelin is fastened), FLUT
// (juxtaparanode), STIN (compact myelin), FLUT, MYSA.
#pragma once

#include "base/result.hpp"

namespace rheobase::nerve {

/// µm; of the fibre with its myelin, the axon under compact myelin, the node, and where the myelin is
/// fastened.
struct FibreShape {
    double fibre = 0, axon = 0, node = 0, mysa = 0;
    double spacing = 0;  ///< from node to node
    double flut = 0;     ///< length of the juxtaparanode
    double lamellae = 0; ///< of myelin
};

enum class Geometry {
    tabulated, ///< the nine fibres of McIntyre and others (2002)
    continuous ///< lines through them, after Gaines and others (2018)
};

/// 5.7 to 16 µm; a tabulated fibre must be one of the nine.
Result<FibreShape> shape_of(double fibre_um, Geometry geometry);

} // namespace rheobase::nerve
