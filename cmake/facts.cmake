# From tables to code: headers by factgen, the food table as one binary, and the text of every table for `facts`.

function(rb_facts_tools)
    add_executable(factgen ${PROJECT_SOURCE_DIR}/tools/factgen.cpp ${PROJECT_SOURCE_DIR}/tools/fact_table.cpp
                           ${PROJECT_SOURCE_DIR}/tools/fact_headers.cpp)
    target_link_libraries(factgen PRIVATE rb_base)
    # The packer reads names with the program's own reader, so that both sides of a search read alike.
    add_executable(foodpack ${PROJECT_SOURCE_DIR}/tools/foodpack.cpp ${PROJECT_SOURCE_DIR}/tools/name_index.cpp
                            ${PROJECT_SOURCE_DIR}/tools/lexicon_builder.cpp ${PROJECT_SOURCE_DIR}/model/diet/lexicon.cpp
                            ${PROJECT_SOURCE_DIR}/model/diet/food_names.cpp ${PROJECT_SOURCE_DIR}/model/diet/name_rules.cpp)
    target_include_directories(foodpack PRIVATE ${PROJECT_SOURCE_DIR} ${PROJECT_BINARY_DIR}/generated)
    target_link_libraries(foodpack PRIVATE rb_base)
    foreach(tool factgen foodpack)
        # A sanitizer must not turn a leak in a build tool into a build that fails.
        set_target_properties(${tool} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/tools)
    endforeach()
endfunction()

# Headers for every table of a folder, as generated/<folder>/<table>.rows.hpp. The food table is packed instead.
function(rb_facts folder)
    string(REPLACE "/" "_" name ${folder})
    file(GLOB tables CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${folder}/*.csv)
    list(FILTER tables EXCLUDE REGEX "/(extra_)?(foods|portions)\\.csv$")
    set(dictionaries ${PROJECT_SOURCE_DIR}/model/columns.csv ${PROJECT_SOURCE_DIR}/model/units.csv
                     ${PROJECT_SOURCE_DIR}/model/sources.csv)
    set(headers "")
    foreach(table IN LISTS tables)
        get_filename_component(stem ${table} NAME_WE)
        set(header ${PROJECT_BINARY_DIR}/generated/${folder}/${stem}.rows.hpp)
        file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/generated/${folder})
        add_custom_command(OUTPUT ${header}
            COMMAND factgen ${PROJECT_SOURCE_DIR}/model ${table} ${header}
            DEPENDS factgen ${table} ${dictionaries}
            COMMENT "Facts of ${folder}/${stem}.csv" VERBATIM)
        list(APPEND headers ${header})
    endforeach()
    add_custom_target(facts_${name} DEPENDS ${headers})
    if(folder STREQUAL "model/diet")
        add_dependencies(foodpack facts_${name})
    endif()
    if(TARGET rb_${name})
        add_dependencies(rb_${name} facts_${name})
    endif()
endfunction()

# The food table: foods.csv and portions.csv packed into one checked binary that the program carries inside itself.
function(rb_food_table)
    set(diet ${PROJECT_SOURCE_DIR}/model/diet)
    set(packed ${PROJECT_BINARY_DIR}/generated/model/diet/foods.bin)
    file(GLOB inputs CONFIGURE_DEPENDS ${diet}/*.csv)
    add_custom_command(OUTPUT ${packed}
        COMMAND foodpack ${PROJECT_SOURCE_DIR}/model ${packed}
        DEPENDS foodpack ${inputs} ${PROJECT_SOURCE_DIR}/model/sources.csv
        COMMENT "Packing the food table" VERBATIM)
    set_source_files_properties(${diet}/foods_embedded.cpp PROPERTIES
        OBJECT_DEPENDS ${packed} COMPILE_DEFINITIONS RHEOBASE_FOODS_BIN="${packed}")
endfunction()

# The text of every table of model/ but the food table, so that `rheobase facts` shows just what the program was built
# from. Configuration writes the list; the assembler copies the texts in.
function(rb_ledger)
    file(GLOB_RECURSE tables CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}
         ${PROJECT_SOURCE_DIR}/model/*.csv ${PROJECT_SOURCE_DIR}/app/*.csv)
    list(FILTER tables EXCLUDE REGEX "/(extra_)?(foods|portions)\\.csv$")
    set(code "// Made by cmake/facts.cmake.\n#include \"model/ledger.hpp\"\n\n")
    set(entries "")
    set(depends "")
    set(place 0)
    foreach(table IN LISTS tables)
        set(symbol "rheobase_table_${place}")
        string(APPEND code "asm(\".section .rodata\\n${symbol}_begin:\\n.incbin \\\"${PROJECT_SOURCE_DIR}/${table}\\\"\\n"
                           "${symbol}_end:\\n.byte 0\\n.previous\\n\");\n"
                           "extern \"C\" char const ${symbol}_begin[];\nextern \"C\" char const ${symbol}_end[];\n")
        string(APPEND entries "        {\"${table}\", {${symbol}_begin, static_cast<std::size_t>(${symbol}_end - ${symbol}_begin)}},\n")
        list(APPEND depends ${PROJECT_SOURCE_DIR}/${table})
        math(EXPR place "${place} + 1")
    endforeach()
    string(APPEND code "\nnamespace rheobase {\n\nstd::vector<LedgerTable> const& ledger() {\n"
                       "    static std::vector<LedgerTable> const tables{\n${entries}    };\n    return tables;\n}\n\n}\n")
    set(file ${PROJECT_BINARY_DIR}/generated/model/ledger_embedded.cpp)
    file(CONFIGURE OUTPUT ${file} CONTENT "${code}" @ONLY)
    target_sources(rb_model PRIVATE ${file})
    # model/version.csv says when the facts last changed; a build must not depend on the day it is made.
    file(STRINGS ${PROJECT_SOURCE_DIR}/model/version.csv version REGEX "^facts,")
    string(REGEX REPLACE "^facts,([^,]+).*" "\\1" date "${version}")
    target_compile_definitions(rb_model PRIVATE RHEOBASE_FACTS_DATE="${date}" RHEOBASE_VERSION="${PROJECT_VERSION}")
    set_source_files_properties(${file} PROPERTIES OBJECT_DEPENDS "${depends}")
endfunction()

# The schemas of what is read and of what is answered, carried inside the program: what is printed and what is checked
# are one text.
function(rb_carried_schema schema holder symbol)
    set_source_files_properties(${PROJECT_SOURCE_DIR}/${holder} PROPERTIES
        OBJECT_DEPENDS ${PROJECT_SOURCE_DIR}/${schema} COMPILE_DEFINITIONS ${symbol}="${PROJECT_SOURCE_DIR}/${schema}")
endfunction()

function(rb_schemas)
    rb_carried_schema(app/read/case.schema.json app/read/case_schema.cpp RHEOBASE_CASE_SCHEMA)
    rb_carried_schema(app/report/json/answer.schema.json app/report/json/answer_schema.cpp RHEOBASE_ANSWER_SCHEMA)
    rb_carried_schema(app/read/experiment.schema.json app/read/experiment_schema.cpp RHEOBASE_EXPERIMENT_SCHEMA)
    rb_carried_schema(app/report/json/ions.schema.json app/report/json/ions_schema.cpp RHEOBASE_IONS_SCHEMA)
    rb_carried_schema(app/report/json/nerve.schema.json app/report/json/nerve_schema.cpp RHEOBASE_NERVE_SCHEMA)
    rb_carried_schema(app/report/json/week.schema.json app/report/json/week_schema.cpp RHEOBASE_WEEK_SCHEMA)
endfunction()

# The style sheets of the HTML reports, carried inside the program: a page needs no other file.
function(rb_carried_style sheet holder symbol)
    set_property(SOURCE ${PROJECT_SOURCE_DIR}/${holder} APPEND PROPERTY OBJECT_DEPENDS ${PROJECT_SOURCE_DIR}/${sheet})
    set_property(SOURCE ${PROJECT_SOURCE_DIR}/${holder} APPEND PROPERTY COMPILE_DEFINITIONS ${symbol}="${PROJECT_SOURCE_DIR}/${sheet}")
endfunction()

function(rb_report_style)
    rb_carried_style(app/report/html/report.css app/report/html/page.cpp RHEOBASE_REPORT_CSS)
    rb_carried_style(app/report/html/chart.css app/report/html/page.cpp RHEOBASE_CHART_CSS)
    rb_carried_style(app/report/html/ions.css app/report/html/ions.cpp RHEOBASE_IONS_CSS)
    rb_carried_style(app/report/html/nerve.css app/report/html/nerve.cpp RHEOBASE_NERVE_CSS)
    rb_carried_style(app/report/html/week.css app/report/html/week.cpp RHEOBASE_WEEK_CSS)
endfunction()

# The page and the description of what it asks, carried inside the program. web/built is kept in the repository, so that
# building needs no Node.
function(rb_carried_page)
    foreach(part html js css)
        string(TOUPPER ${part} name)
        rb_carried_style(web/built/page.${part} app/server/page.cpp RHEOBASE_PAGE_${name})
    endforeach()
    rb_carried_style(app/server/openapi.json app/server/openapi.cpp RHEOBASE_OPENAPI)
endfunction()
