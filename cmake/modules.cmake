# The module graph, read from top to bottom: a folder may include only what its NEEDS line names, and may name only
# what stands above it. tests/layering.cmake holds the #include lines against the same list.

set_property(GLOBAL PROPERTY rheobase_modules "")

function(rb_module folder)
    cmake_parse_arguments(arg "" "" "NEEDS;LINKS" ${ARGN})
    string(REPLACE "/" "_" name ${folder})
    file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${folder}/*.cpp)
    list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
    if(NOT sources)
        file(WRITE ${PROJECT_BINARY_DIR}/empty/${name}.cpp "// ${folder} has headers only.\n")
        set(sources ${PROJECT_BINARY_DIR}/empty/${name}.cpp)
    endif()
    add_library(rb_${name} STATIC ${sources})
    target_include_directories(rb_${name} PUBLIC ${PROJECT_SOURCE_DIR} ${PROJECT_BINARY_DIR}/generated)
    foreach(need IN LISTS arg_NEEDS)
        string(REPLACE "/" "_" needed ${need})
        if(NOT TARGET rb_${needed})
            message(FATAL_ERROR "${folder} needs ${need}, which is not declared above it in cmake/modules.cmake")
        endif()
        target_link_libraries(rb_${name} PUBLIC rb_${needed})
    endforeach()
    target_link_libraries(rb_${name} PUBLIC ${arg_LINKS})
    set_property(GLOBAL APPEND PROPERTY rheobase_modules "${folder}:${arg_NEEDS}")
endfunction()

rb_module(base)
rb_facts_tools()

rb_module(model/diet    NEEDS base)
rb_module(model/verdict NEEDS base model/diet)

rb_facts(model/diet)
rb_facts(model/verdict)
rb_food_table()
rb_case_schema()

rb_module(app/read        NEEDS base model/diet model/verdict LINKS nlohmann_json::nlohmann_json EXPAT::EXPAT PkgConfig::zip fmt::fmt)
rb_module(app/report      NEEDS base model/diet model/verdict LINKS fmt::fmt)
rb_module(app/report/text NEEDS base model/diet model/verdict app/report LINKS fmt::fmt)
rb_module(app/report/json NEEDS base model/diet model/verdict app/report LINKS nlohmann_json::nlohmann_json fmt::fmt)
rb_module(app/cli         NEEDS base model/diet model/verdict app/read app/report app/report/text app/report/json LINKS CLI11::CLI11 nlohmann_json::nlohmann_json fmt::fmt)

add_executable(rheobase app/cli/main.cpp)
target_link_libraries(rheobase PRIVATE rb_app_cli)
set_target_properties(rheobase PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR})
