// Fibres made ready for the kernel: side by side in lanes, every node's membrane and every internode's modes
// in place.
#pragma once

#include "model/nerve/cable.hpp"
#include "model/nerve/cable_internode.hpp"
#include "model/nerve/cable_kernel.hpp"

#include <new>
#include <span>
#include <vector>

namespace rheobase::nerve::cable {

/// Memory as wide registers like it.
template <class T>
struct Aligned {
    using value_type = T;
    static constexpr std::align_val_t alignment{64};
    Aligned() = default;
    template <class U>
    Aligned(Aligned<U> const&) {}
    T* allocate(std::size_t n) { return static_cast<T*>(::operator new(n * sizeof(T), alignment)); }
    void deallocate(T* p, std::size_t) { ::operator delete(p, alignment); }
    friend bool operator==(Aligned const&, Aligned const&) { return true; }
};
using LaneNumbers = std::vector<double, Aligned<double>>;

/// mV at which a long fibre like this one rests.
double rest_of(Fibre const& fibre, InternodeLibrary& library);

/// As many fibres as the kernel has lanes; where there are fewer, the last fills the empty lanes.
class CableBundle {
  public:
    /// The fibres are sound (cable.cpp looks at them at the door) and have the same channels. They stand at
    /// rest in the ordinary medium.
    CableBundle(std::span<Fibre const> fibres, int nodes, double step, Scheme scheme,
                CableKernel const& kernel, InternodeLibrary& library);

    /// Steps with that current, nA, into that node of every fibre; none is stimulated where node is -1.
    void advance(long steps, int stimulated_node = -1, double stimulus_na = 0);

    double voltage(int node, int lane) const;
    double& voltage(int node, int lane);
    NodeSpikes spikes(int node, int lane) const;
    int nodes() const { return nodes_; }
    int mode_pairs() const { return mode_pairs_; }
    double step() const { return step_; }
    long steps_done() const { return done_; }
    bool watched = true;  ///< false: nobody looks for spikes, which costs a twentieth
    CableArrays arrays(); ///< for who wants to look inside

  private:
    void place_nodes(std::span<Fibre const> fibres);
    void place_internodes(std::span<Fibre const> fibres, InternodeLibrary& library);
    void rest(std::span<Fibre const> fibres, InternodeLibrary& library);

    CableKernel const& kernel_;
    CableLaws const& laws_;
    Scheme scheme_;
    int nodes_, mode_pairs_ = 0;
    double step_;
    long done_ = 0;
    std::vector<int> site_of_, kind_of_;
    LaneNumbers sites_, kinds_, modes_, node_, mode_, stimulus_, crossings_;
};

} // namespace rheobase::nerve::cable
