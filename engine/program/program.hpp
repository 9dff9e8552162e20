// Mixed-integer linear programs as values: least cost·x within the bounds of columns and rows, some x whole.
// Solved by CBC and Clp (COIN-OR), of which nothing is seen here.
#pragma once

#include <functional>
#include <limits>
#include <vector>

namespace rheobase::engine {

constexpr double no_bound = std::numeric_limits<double>::infinity();

/// What is asked: the x of least cost with every column and every row (sum of value·x over its entries)
/// between its bounds. A bound may be -no_bound or no_bound. Entries of the same place add up.
struct Program {
    struct Column {
        double lower = 0, upper = no_bound, cost = 0;
        bool integer = false;
    };
    struct Row {
        double lower = -no_bound, upper = no_bound;
    };
    struct Entry {
        int row = 0, column = 0;
        double value = 0;
    };
    std::vector<Column> columns;
    std::vector<Row> rows;
    std::vector<Entry> entries;

    /// Each returns the place of what it adds.
    int column(double lower, double upper, double cost, bool integer = false);
    int row(double lower, double upper);
    /// Adds value·x of this column to this row; both must be there.
    void entry(int row, int column, double value);
};

/// What x costs.
double cost(Program const& program, std::vector<double> const& x);

/// Whether x keeps every bound within a millionth (of the bound, where that is above 1), and is whole where
/// it must be.
bool feasible(Program const& program, std::vector<double> const& x);

/// The relaxation, in which nothing has to be whole.
struct Relaxed {
    enum Status { optimal, infeasible, unbounded, failed };
    Status status = failed;
    double objective = no_bound;
    std::vector<double> value; ///< of each column
    std::vector<double>
        reduced_cost; ///< of each column: what one more of it costs; not negative at its lower bound
    std::vector<double>
        dual; ///< of each row: what one more of its bound costs; not negative at its lower bound
};

/// By the dual simplex method. The vectors are empty unless optimal. Numbers that are none, or no finite
/// costs and entries, are `failed`.
Relaxed relax(Program const& program);

/// When to stop. Never by the clock, so that the same program has the same answer on a slow machine.
struct Effort {
    long nodes = 10000;      ///< of the tree searched, at most; searches of heuristics are not counted
    double gap = 0;          ///< good enough: objective - bound, as a share of the objective
    double absolute_gap = 0; ///< or in its own unit
    std::vector<double> start =
        {}; ///< a feasible x to begin from, if one is known; what is not feasible is passed over
    std::function<void(long nodes)> told = {}; ///< called now and then with the nodes searched so far
};

struct Solved {
    /// `optimal`: none is cheaper, to a millionth. `within_gap`: none is cheaper by more than the gap asked
    /// for. `stopped` at the nodes allowed, with the best found, if any. `failed`: numbers that are none, or
    /// the solver gave up.
    enum Status { optimal, within_gap, stopped, infeasible, unbounded, failed };
    Status status = failed;
    double objective = no_bound; ///< of value
    double bound = -no_bound;    ///< proven: nothing feasible costs less
    double gap = no_bound;       ///< (objective - bound) as a share of the objective; 0 where optimal
    std::vector<double> value; ///< of each column, exactly whole where it must be; empty where none was found
    long nodes = 0;            ///< of the tree searched
};

/// By branch and cut, on the calling thread. The same program and effort give the same bytes, whatever was
/// solved before and is solved beside it. Prints nothing.
Solved solve(Program const& program, Effort const& effort = {});

} // namespace rheobase::engine
