# Runs a browser test: SCRIPT in FOLDER, with the program. What it needs and does not find it names, and fails: a test
# that steps aside tests nothing.
cmake_policy(VERSION 3.25)

foreach(tool node npm chromium)
    find_program(${tool} ${tool})
    if(NOT ${tool})
        message(FATAL_ERROR "'${tool}' is not there, and nothing can be looked at without it. "
                            "Install it with: cmake/install_missing.sh test")
    endif()
endforeach()

if(SCRIPT STREQUAL "page_test.mjs")
    include(${CMAKE_CURRENT_LIST_DIR}/../web/node.cmake)
endif()

# The checker and the hands come from the npm registry, in the versions and with the checksums that package-lock.json
# names; once there they are not asked for again.
file(MAKE_DIRECTORY ${FOLDER})
set(same FALSE)
if(EXISTS ${FOLDER}/node_modules/axe-core/axe.min.js AND EXISTS ${FOLDER}/node_modules/playwright-core AND EXISTS ${FOLDER}/package-lock.json)
    file(SHA256 ${CMAKE_CURRENT_LIST_DIR}/package-lock.json wanted)
    file(SHA256 ${FOLDER}/package-lock.json there)
    if(wanted STREQUAL there)
        set(same TRUE)
    endif()
endif()
if(NOT same)
    file(COPY ${CMAKE_CURRENT_LIST_DIR}/package.json ${CMAKE_CURRENT_LIST_DIR}/package-lock.json DESTINATION ${FOLDER})
    execute_process(COMMAND ${npm} ci --ignore-scripts --no-audit --no-fund WORKING_DIRECTORY ${FOLDER}
        RESULT_VARIABLE code OUTPUT_VARIABLE said ERROR_VARIABLE said)
    if(NOT code EQUAL 0)
        file(REMOVE ${FOLDER}/package-lock.json)
        message(FATAL_ERROR "axe-core and playwright-core could not be fetched from the npm registry. The first run of this test needs the network:\n${said}")
    endif()
endif()

execute_process(COMMAND ${node} ${CMAKE_CURRENT_LIST_DIR}/${SCRIPT} ${PROGRAM} ${ROOT} ${FOLDER}/pictures
    WORKING_DIRECTORY ${FOLDER} RESULT_VARIABLE code)
if(NOT code EQUAL 0)
    message(FATAL_ERROR "${SCRIPT}: what it looked at does not stand up to a look in the browser.")
endif()
