// The published fibre in NEURON (bench/nerve/neuron/), run as a process of its own.
#pragma once

#include <string>

namespace rheobase::bench {

struct NeuronRun {
    bool ran = false;
    double seconds = 0; ///< of the processor for one run of the protocol, the best of several
    long steps = 0;
    long segments = 0;
    double velocity = 0; ///< m/s
};

/// What fibre.py is to do ("fixed 0 0.005"); ran is false where NEURON is missing or gave up.
NeuronRun neuron(std::string const& what);

/// Where fibre.py may write the potentials of the nodes.
std::string neuron_file();

} // namespace rheobase::bench
