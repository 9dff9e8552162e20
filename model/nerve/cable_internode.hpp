// An internode seen from its two nodes. Axoplasm and axolemma, periaxonal space and myelin are a linear
// network of capacitors and conductors, the same from either end. So two halves stand for it, one for what
// both nodes do alike (no current through the middle) and one for what they do oppositely (the middle at
// rest), and each falls into ten modes that fade on their own: y' = -rate y + drive * u. The node feels
// conductance * (u - V) and the sum of the modes.
//
// Left out: gated channels under the myelin.
#pragma once

#include "model/nerve/cable_geometry.hpp"
#include "model/nerve/cable_step.hpp"

#include <array>
#include <cstddef>
#include <deque>
#include <vector>

namespace rheobase::nerve::cable {

inline constexpr std::size_t half_pieces = 5; ///< MYSA, FLUT and half of the STIN
inline constexpr std::size_t half_modes = 2 * half_pieces;

/// What can differ between internodes of one shape.
struct InternodeState {
    double lamellae = 1;    ///< of the shape's lamellae; 1 is healthy
    double leak = 1;        ///< of the published conductance of the axolemma
    double resistivity = 1; ///< of the published resistivity of axoplasm and periaxonal fluid
};

/// One half network, piece by piece from the node. nF, µS.
struct HalfInternode {
    std::array<double, half_pieces> axolemma_capacitance, myelin_capacitance, axolemma, myelin;
    std::array<double, half_pieces> axial, periaxonal; ///< from the piece before, the first from the node
    double middle_axial = 0, middle_periaxonal = 0;    ///< from the last piece to the middle of the internode
};
HalfInternode half_internode(FibreShape const& shape, InternodeState const& state);

struct Mode {
    double rate = 0;   ///< 1/ms
    double weight = 0; ///< µS: what it adds to the conductance that a node feels once it has followed
};
struct HalfModes {
    std::array<Mode, half_modes> modes; ///< by rate, the slowest first
    double steady = 0;                  ///< µS: conductance from a node once all have followed
};
/// opposite: the middle is held at rest; else nothing passes it.
HalfModes modes_of(HalfInternode const& half, bool opposite);

struct InternodeModes {
    HalfModes same, opposite;
};
/// Modes are dear to work out: of each kind once.
class InternodeLibrary {
  public:
    /// Holds as long as the library.
    InternodeModes const& modes(FibreShape const& shape, InternodeState const& state);

  private:
    struct Known {
        FibreShape shape;
        InternodeState state;
        InternodeModes modes;
    };
    std::deque<Known> known_;
};

enum class Scheme {
    staggered, ///< second order: modes exact for voltages that run straight through a step
    euler      ///< backward Euler
};

/// The two sets of modes for one step length: what an internode is in cable_step.hpp.
struct SteppedInternode {
    InternodeCoupling<double> coupling{};
    std::vector<ModePair<double>> modes; ///< slowest first
};
/// rest: mV where its axolemma rests.
SteppedInternode stepped(InternodeModes const& modes, double rest, double step, Scheme scheme);

/// Modes that leave nothing behind after a step, all in one: the modes before `first` stay, the rest become
/// one pair.
void gather_forgetful(std::vector<ModePair<double>>& modes, std::size_t first);
/// How many pairs at the front remember anything.
std::size_t remembering(std::vector<ModePair<double>> const& modes);

} // namespace rheobase::nerve::cable
