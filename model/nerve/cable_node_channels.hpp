// Which channels stand in the nodes of a fibre.
#pragma once

namespace rheobase::nerve {

enum class NodeChannels {
    published, ///< the densities, gates and fixed reversal potentials of 2002; fires alone at a potassium of
               ///< 5 mmol/L
    ion_dependent ///< densities that are calm in the ordinary box, slow potassium gates of the human node;
                  ///< reversal potentials follow the medium
};

} // namespace rheobase::nerve
