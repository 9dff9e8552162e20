// A number that counts what is done to it: the laws run on it as they run on lanes, and what is left is the bill.
#pragma once

#include "engine/curves.hpp"

namespace rheobase::bench {

struct Bill {
    long add = 0, multiply = 0, divide = 0, exp = 0, log = 0, choose = 0;
    /// Everything in additions, multiplications and divisions: exp is 31 of the former, log 31 and a division, as
    /// engine/lanes.hpp writes them.
    long divisions() const { return divide + log; }
    long plain() const { return add + multiply + 31 * (exp + log); }
    long all() const { return plain() + divisions(); }
    Bill operator-(Bill const& b) const {
        return {add - b.add, multiply - b.multiply, divide - b.divide, exp - b.exp, log - b.log, choose - b.choose};
    }
};

struct Counted {
    double v = 0;
    static inline Bill bill;

    Counted() = default;
    Counted(double same) : v(same) {}
    friend Counted operator+(Counted a, Counted b) { return ++bill.add, Counted(a.v + b.v); }
    friend Counted operator-(Counted a, Counted b) { return ++bill.add, Counted(a.v - b.v); }
    friend Counted operator*(Counted a, Counted b) { return ++bill.multiply, Counted(a.v * b.v); }
    friend Counted operator/(Counted a, Counted b) { return ++bill.divide, Counted(a.v / b.v); }
    friend Counted operator-(Counted a) { return Counted(-a.v); }
};

inline engine::Lanes<1> one(Counted x) {
    return engine::Lanes<1>(x.v);
}
inline Counted larger(Counted a, Counted b) {
    return ++Counted::bill.choose, a.v > b.v ? a : b;
}
inline Counted exp(Counted x) {
    return ++Counted::bill.exp, Counted(engine::exp<1>(one(x)).lane(0));
}
inline Counted log(Counted x) {
    return ++Counted::bill.log, Counted(engine::log<1>(one(x)).lane(0));
}
inline Counted reciprocal(Counted x) {
    return Counted(1.0) / x;
}
inline Counted power(Counted x, Counted exponent) {
    return exp(exponent * log(x));
}
inline Counted softplus(Counted x) {
    return larger(x, Counted(0.0)) + log(Counted(1.0) + exp(-larger(x, -x)));
}
inline Counted positive_part(Counted x) {
    return larger(x, Counted(0.0));
}
inline Counted step(Counted x) {
    return ++Counted::bill.choose, Counted(x.v > 0 ? 1.0 : 0.0);
}
inline Counted value_of(Counted x) {
    return x;
}

} // namespace rheobase::bench
