# Tests that need nothing built but the program: they run on what ./ask builds, and the first of them under the
# sanitizers too.

# Whole answers, compared byte for byte with the ones that were read and found good (./check --bless rewrites them).
file(GLOB golden CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/golden/*.json)
list(FILTER golden EXCLUDE REGEX "\\.answer\\.json$")
foreach(case IN LISTS golden)
    get_filename_component(name ${case} NAME_WE)
    foreach(format text json)
        add_test(NAME "${RHEOBASE_TEST_PREFIX}golden.${name}.${format}"
            COMMAND ${CMAKE_COMMAND} -DPROGRAM=$<TARGET_FILE:rheobase> -DCASE=${case} -DFORMAT=${format}
                    -P ${PROJECT_SOURCE_DIR}/tests/golden/compare.cmake)
    endforeach()
endforeach()

# Code for wide instructions that another object could come to use would crash the machines that lack them.
add_test(NAME "${RHEOBASE_TEST_PREFIX}kernel_symbols" COMMAND ${CMAKE_COMMAND}
    "-DOBJECTS=$<TARGET_OBJECTS:rb_model_ions>;$<TARGET_OBJECTS:rb_model_nerve>" -DNM=${CMAKE_NM} -P ${PROJECT_SOURCE_DIR}/tests/ions/kernel_symbols.cmake)

# Snippets that must not compile, and one that must.
file(GLOB forbidden CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/forbidden/*.cpp)
foreach(snippet IN LISTS forbidden)
    get_filename_component(name ${snippet} NAME_WE)
    add_test(NAME "${RHEOBASE_TEST_PREFIX}forbidden.${name}" COMMAND ${CMAKE_CXX_COMPILER} -std=c++20 -fsyntax-only
        -I${PROJECT_SOURCE_DIR} -I${PROJECT_BINARY_DIR}/generated ${snippet})
    if(NOT name STREQUAL "allowed")
        set_tests_properties("${RHEOBASE_TEST_PREFIX}forbidden.${name}" PROPERTIES WILL_FAIL ON)
    endif()
endforeach()

# The rest would tell nothing new there.
if(RHEOBASE_TEST_PREFIX)
    return()
endif()

# Every #include against the NEEDS of cmake/modules.cmake, and what the model may not touch at all.
get_property(modules GLOBAL PROPERTY rheobase_modules)
add_test(NAME layering COMMAND ${CMAKE_COMMAND} "-DMODULES=${modules}" -DROOT=${PROJECT_SOURCE_DIR} -P ${PROJECT_SOURCE_DIR}/tests/layering.cmake)

# The page of the mission counts its own marks right and leaves no row out.
add_test(NAME mission COMMAND ${CMAKE_COMMAND} -DROOT=${PROJECT_SOURCE_DIR} -P ${PROJECT_SOURCE_DIR}/tests/docs/mission.cmake)

# The page of the body tells of every state and table that there is, and of none that there is not.
add_test(NAME ions_page COMMAND ${CMAKE_COMMAND} -DROOT=${PROJECT_SOURCE_DIR} -P ${PROJECT_SOURCE_DIR}/tests/docs/ions_page.cmake)

# The HTML report and the page in Chromium, and the page that the program carries is the one its sources make.
foreach(what report page)
    set(name browser_${what})
    if(what STREQUAL report)
        set(name browser)
    endif()
    add_test(NAME ${name} COMMAND ${CMAKE_COMMAND} -DPROGRAM=$<TARGET_FILE:rheobase> -DROOT=${PROJECT_SOURCE_DIR}
        -DSCRIPT=${what}_test.mjs -DFOLDER=${PROJECT_BINARY_DIR}/${name} -P ${PROJECT_SOURCE_DIR}/tests/browser/browser.cmake)
    set_tests_properties(${name} PROPERTIES TIMEOUT 1500)
endforeach()
add_test(NAME page_built COMMAND ${CMAKE_COMMAND} -DWEB=${PROJECT_SOURCE_DIR}/web -DFOLDER=${PROJECT_BINARY_DIR}/page_built
    -P ${PROJECT_SOURCE_DIR}/tests/web/page_built.cmake)
set_tests_properties(page_built PROPERTIES TIMEOUT 300)

# What cpack makes for those who cannot build answers from where it is unpacked.
add_test(NAME package COMMAND ${CMAKE_COMMAND} -DCPACK=${CMAKE_CPACK_COMMAND} -DBUILD=${PROJECT_BINARY_DIR}
    -DFOLDER=${PROJECT_BINARY_DIR}/packed -P ${PROJECT_SOURCE_DIR}/tests/package/packed.cmake)
set_tests_properties(package PROPERTIES TIMEOUT 300)

# The answer that README shows is today's.
add_test(NAME readme COMMAND ${CMAKE_COMMAND} -DPROGRAM=$<TARGET_FILE:rheobase> -DROOT=${PROJECT_SOURCE_DIR} -P ${PROJECT_SOURCE_DIR}/tests/docs/readme.cmake)
