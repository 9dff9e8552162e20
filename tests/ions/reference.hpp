// The same laws by another hand: CVODE (SUNDIALS), implicit BDF of variable order with error control far below ours.
#pragma once

#include "tests/ions/walk.hpp"

#include <cvode/cvode.h>
#include <functional>
#include <memory>
#include <nvector/nvector_serial.h>
#include <stdexcept>
#include <sunlinsol/sunlinsol_dense.h>
#include <sunmatrix/sunmatrix_dense.h>

namespace rheobase::ions {

/// Takes a walk over its stretches; starts afresh wherever something acting on the person changes.
class Reference {
public:
    static constexpr double relative = 1e-10;
    static constexpr double absolute = 1e-12; ///< of the usual size of a state

    Reference()
        : y_(N_VNew_Serial(size, context_.of)), tolerance_(N_VNew_Serial(size, context_.of)),
          matrix_(SUNDenseMatrix(size, size, context_.of)), linear_(SUNLinSol_Dense(y_, matrix_, context_.of)),
          cvode_(CVodeCreate(CV_BDF, context_.of)) {
        for (std::size_t i = 0; i < state_count; ++i)
            N_VGetArrayPointer(tolerance_)[i] = absolute * state_rows[i].scale;
        expect(CVodeInit(cvode_, derivative, 0, y_));
        expect(CVodeSVtolerances(cvode_, relative, tolerance_));
        expect(CVodeSetLinearSolver(cvode_, linear_, matrix_));
        expect(CVodeSetMaxNumSteps(cvode_, 2'000'000));
    }
    ~Reference() {
        CVodeFree(&cvode_);
        SUNLinSolFree(linear_);
        SUNMatDestroy(matrix_);
        N_VDestroy(tolerance_);
        N_VDestroy(y_);
    }
    Reference(Reference const&) = delete;
    Reference& operator=(Reference const&) = delete;

    void operator()(Walk& walk, Stretch const& stretch) {
        double const hours = stretch.to - stretch.from;
        if (hours <= 0)
            return;
        double* const y = N_VGetArrayPointer(y_);
        expect(CVodeSetUserData(cvode_, &walk));
        if (stretch.changed || !stretch.meals.empty() || !begun_) {
            std::copy_n(walk.y(), state_count, y);
            expect(CVodeReInit(cvode_, 0, y_));
            now_ = 0;
            begun_ = true;
        }
        now_ += hours;
        expect(CVodeSetStopTime(cvode_, now_));
        sunrealtype reached = 0;
        expect(CVode(cvode_, now_, y_, &reached, CV_NORMAL));
        std::copy_n(y, state_count, walk.y());
        long steps = 0;
        expect(CVodeGetNumSteps(cvode_, &steps));
    }

private:
    static constexpr sunindextype size = static_cast<sunindextype>(state_count);

    struct Context {
        SUNContext of = nullptr;
        Context() { expect(SUNContext_Create(nullptr, &of)); }
        ~Context() { SUNContext_Free(&of); }
    };

    static void expect(int flag) {
        if (flag < 0)
            throw std::runtime_error("CVODE failed with " + std::to_string(flag));
    }
    static int derivative(sunrealtype, N_Vector y, N_Vector f, void* walk) {
        static_cast<Walk*>(walk)->rates(N_VGetArrayPointer(y), N_VGetArrayPointer(f));
        return 0;
    }

    Context context_;
    N_Vector y_, tolerance_;
    SUNMatrix matrix_;
    SUNLinearSolver linear_;
    void* cvode_;
    double now_ = 0;
    bool begun_ = false;
};

} // namespace rheobase::ions
