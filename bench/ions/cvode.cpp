#include "bench/ions/cvode.hpp"

#include <cvode/cvode.h>
#include <nvector/nvector_serial.h>
#include <sunlinsol/sunlinsol_dense.h>
#include <sunmatrix/sunmatrix_dense.h>

namespace rheobase::bench {

using namespace ions;

namespace {

using One = engine::Lanes<1>;

struct Problem {
    Walk const* walk;
    double const* forcing;
    Kernel const* kernel;
};

int rates(realtype, N_Vector y, N_Vector f, void* user) {
    auto const& p = *static_cast<Problem*>(user);
    p.kernel->rates(p.walk->physiology.data(), p.forcing, N_VGetArrayPointer(y), N_VGetArrayPointer(f));
    return 0;
}

int slopes(realtype, N_Vector y, N_Vector, SUNMatrix into, void* user, N_Vector, N_Vector, N_Vector) {
    auto const& p = *static_cast<Problem*>(user);
    BodySystem<One> const body{*reinterpret_cast<Physiology<One> const*>(p.walk->physiology.data()),
                               *reinterpret_cast<Forcing<One> const*>(p.forcing)};
    One f[state_count], a[body_plan.entries];
    body.rates_and_slopes(reinterpret_cast<One const*>(N_VGetArrayPointer(y)), f, a);
    for (std::size_t r = 0; r < state_count; ++r)
        for (std::size_t c = 0; c < state_count; ++c)
            if (engine::holds(body_plan.filled[r], c))
                SM_ELEMENT_D(into, r, c) = -a[body_plan.where[r][c]].lane(0);
    return 0;
}

} // namespace

Work cvode(Walk const& walk, double relative, Slopes how, std::vector<double>* days) {
    Work work;
    SUNContext context = nullptr;
    SUNContext_Create(nullptr, &context);
    auto const n = static_cast<sunindextype>(state_count);
    N_Vector y = N_VNew_Serial(n, context), absolute = N_VNew_Serial(n, context);
    for (std::size_t i = 0; i < state_count; ++i) {
        N_VGetArrayPointer(y)[i] = walk.start.at(i, 0);
        N_VGetArrayPointer(absolute)[i] = relative * 1e-3 * state_rows[i].scale;
    }
    SUNMatrix matrix = SUNDenseMatrix(n, n, context);
    SUNLinearSolver solver = SUNLinSol_Dense(y, matrix, context);
    Problem problem{&walk, walk.forcings[0].data(), &kernel(1)};
    void* memory = CVodeCreate(CV_BDF, context);
    CVodeInit(memory, rates, 0, y);
    CVodeSVtolerances(memory, relative, absolute);
    CVodeSetUserData(memory, &problem);
    CVodeSetLinearSolver(memory, solver, matrix);
    CVodeSetMaxNumSteps(memory, 1000000);
    CVodeSetErrFile(memory, nullptr); // a failure is counted below
    if (how == Slopes::by_our_laws)
        CVodeSetJacFn(memory, slopes);

    double const begun = seconds();
    double hour = 0;
    auto const count = [&] {
        long steps = 0, evaluated = 0, for_slopes = 0, factored = 0;
        CVodeGetNumSteps(memory, &steps);
        CVodeGetNumRhsEvals(memory, &evaluated);
        CVodeGetNumLinRhsEvals(memory, &for_slopes);
        CVodeGetNumLinSolvSetups(memory, &factored);
        work.steps += steps;
        work.rates += evaluated + for_slopes;
        work.factorings += factored;
    };
    for (std::size_t l = 0; l < walk.legs.size() && !work.failed; ++l) {
        auto const& leg = walk.legs[l];
        for (auto const& [state, amount] : leg.swallowed)
            N_VGetArrayPointer(y)[state] += amount;
        problem.forcing = walk.forcings[leg.acting].data();
        if (leg.changed && l > 0) {
            count();
            ++work.restarts;
            CVodeReInit(memory, hour, y);
        }
        hour += leg.hours;
        CVodeSetStopTime(memory, hour);
        realtype reached = 0;
        work.failed = CVode(memory, hour, y, &reached, CV_NORMAL) < 0;
        if (days && leg.day_ends)
            days->insert(days->end(), N_VGetArrayPointer(y), N_VGetArrayPointer(y) + state_count);
    }
    count();
    work.seconds = seconds() - begun;
    CVodeFree(&memory);
    SUNLinSolFree(solver);
    SUNMatDestroy(matrix);
    N_VDestroy(absolute);
    N_VDestroy(y);
    SUNContext_Free(&context);
    return work;
}

} // namespace rheobase::bench
