#include "app/report/csv/ions.hpp"
#include "tests/report/ions_findings.hpp"

#include <limits>

namespace rheobase::report {

TEST(IonsCsv, HasALineAReportInSixFigures) {
    EXPECT_EQ(ions_csv(small_experiment(), small_findings()),
              "phase,hour,what,mean,sd,p5,p50,p95\n"
              "0,0,magnesium_serum,0.82,0.05,0.74,0.820123,0.9\n"
              "0,0,balance_potassium,0,0,0,0,0\n"
              "0,720,magnesium_serum,0.82,0.05,0.74,0.82,0.9\n"
              "1,0,magnesium_serum,0.81,0.05,0.73,0.81,0.89\n"
              "2,0,magnesium_serum,0.81,0.05,0.73,0.81,0.89\n"
              "2,24,magnesium_serum,0.7,0.05,0.58,0.66,0.79\n"
              "2,336,magnesium_serum,0.71,0.05,0.62,0.71,0.8\n"
              "2,336,balance_potassium,-12.25,3,-17,-12.3,-8\n");
}

TEST(IonsCsv, HasALineAPersonWhenAskedForAndABlankAfterAFailure) {
    auto experiment = small_experiment();
    experiment.per_person = true;
    auto findings = small_findings();
    findings.person_rows = {{0, 0, 0.25, ions::Observable::pth, 4.5},
                            {1, 2, 1234.25, ions::Observable::pth, std::numeric_limits<double>::quiet_NaN()}};
    EXPECT_EQ(ions_csv(experiment, findings), "person,phase,hour,what,value\n"
                                              "0,0,0.25,pth,4.5\n"
                                              "1,2,1234.25,pth,\n");
    // After a stop nobody who was never begun stands there as a row of blanks.
    findings.finished = false;
    findings.people_done = 1;
    EXPECT_EQ(ions_csv(experiment, findings), "person,phase,hour,what,value\n0,0,0.25,pth,4.5\n");
}

} // namespace rheobase::report
