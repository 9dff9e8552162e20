# Packs the program as `cpack` does, takes both packages apart somewhere else, and has each answer from there.
# -DCPACK=… -DBUILD=… -DFOLDER=…
file(REMOVE_RECURSE ${FOLDER})
file(MAKE_DIRECTORY ${FOLDER})

function(run)
    cmake_parse_arguments(PARSE_ARGV 0 arg "" "OUT;IN" "DO")
    execute_process(COMMAND ${arg_DO} WORKING_DIRECTORY ${arg_IN} RESULT_VARIABLE failed OUTPUT_VARIABLE out ERROR_VARIABLE err)
    if(failed)
        message(FATAL_ERROR "${arg_DO} failed: ${out}${err}")
    endif()
    set(${arg_OUT} "${out}" PARENT_SCOPE)
endfunction()

foreach(kind DEB TGZ)
    run(DO ${CPACK} -G ${kind} -B ${FOLDER}/${kind} IN ${BUILD})
endforeach()

file(GLOB deb ${FOLDER}/DEB/*.deb)
run(DO dpkg-deb -x ${deb} ${FOLDER}/debian IN ${FOLDER})
file(GLOB tarball ${FOLDER}/TGZ/*.tar.gz)
run(DO ${CMAKE_COMMAND} -E tar xzf ${tarball} IN ${FOLDER})
file(GLOB unpacked LIST_DIRECTORIES ON ${FOLDER}/rheobase-*)

foreach(place ${FOLDER}/debian/usr ${unpacked})
    run(DO env -i ${place}/bin/rheobase ask ${place}/share/doc/rheobase/examples/calf_twitch.json IN ${FOLDER} OUT answer)
    if(NOT answer MATCHES "^WHAT TO DO NOW")
        message(FATAL_ERROR "${place} does not answer: ${answer}")
    endif()
endforeach()

# What the tarball brings is what it runs with, the machine's own loader and libc aside.
run(DO ldd ${unpacked}/bin/rheobase IN ${FOLDER} OUT used)
string(REGEX MATCHALL "=> [^\n]+" paths "${used}")
foreach(path IN LISTS paths)
    if(NOT path MATCHES "${unpacked}/" AND NOT path MATCHES "/(libc|libm|libpthread|libdl|librt|libresolv)\\.so")
        message(FATAL_ERROR "the tarball leans on the machine: ${path}")
    endif()
endforeach()
