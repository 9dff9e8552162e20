// An axon fitted to the recording of one person: randomised maximum likelihood.
//
// Axon i has its own prior centre, drawn from the spreads of motor_axon.csv, and its own person, i modulo
// their number. What is made small is the sum over what that person showed of (axon - person)^2 in parts of
// the norm's SD, over the responses to potassium that people's nerves have (potassium.csv), and over the
// facts of (fact - its prior centre)^2 in prior SDs. The minima are spread as what is known leaves them open.
// Steps are those of Gauss and Newton, damped as by Levenberg and Marquardt; slopes are finite differences,
// all in lanes at once.
#pragma once

#include "model/nerve/axon_kernel.hpp"
#include "model/nerve/indices.hpp"

#include <string>
#include <vector>

namespace rheobase::nerve {

/// What one person's recording showed, in the order of the recordings' columns; unknown where it was not
/// recorded.
struct Shown {
    int person = 0;
    double rheobase_ma = 0;
    std::vector<double> values;
};

struct Recordings {
    std::vector<std::string> columns; ///< indices by their keys, points of curves as curve@x
    std::vector<double> sd;           ///< spread between people of each column, from its middle half
    std::vector<Shown> people;
};

/// What potassium does to something recorded, against the same axon in the ordinary medium; `what` may be
/// rest (mV).
struct Response {
    std::string what;
    double potassium, change, sd;
};

struct Fit {
    unsigned axon = 0;
    int person = 0;
    double miss = 0;       ///< root mean square over what the person showed, in SDs of the norm
    std::vector<double> z; ///< each fact in prior SDs from its value in motor_axon.csv
};

/// From the text of people.csv and of potassium.csv.
Recordings recordings(std::string const& csv);
std::vector<Response> responses(std::string const& csv);

MotorAxonFacts<double> facts_at(std::vector<double> const& z);
Fit fitted(unsigned axon, Recordings const& recordings, std::vector<Response> const& responses);

} // namespace rheobase::nerve
