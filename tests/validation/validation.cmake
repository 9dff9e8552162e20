# Published experiments done again. Large crowds are slow, so that only ./check --all waits for them, and only in the
# plain build: under the sanitizers the quick ones with small crowds pass through the same code.
file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/validation/*.cpp)
add_executable(test_validation ${sources})
target_link_libraries(test_validation PRIVATE rb_model_ions rb_model_diet rb_base fmt::fmt GTest::gtest_main GTest::gmock)
rb_reads_tests(test_validation)
set(slow_validation "Human/Studies.*:Survey/Population.*")
gtest_discover_tests(test_validation DISCOVERY_TIMEOUT 60 TEST_PREFIX "${RHEOBASE_TEST_PREFIX}"
    TEST_LIST quick_validation TEST_FILTER "-${slow_validation}")
if(NOT RHEOBASE_TEST_PREFIX)
    gtest_discover_tests(test_validation DISCOVERY_TIMEOUT 60 TEST_LIST slow_validation_tests
        TEST_FILTER "${slow_validation}" PROPERTIES LABELS slow TIMEOUT 3600)
endif()
