# What `cpack` makes for people who cannot build C++: a Debian package that leans on Debian's libraries, and a tarball that
# brings its own and runs from wherever it is unpacked.

# The old kind of search path: it also leads the libraries to the libraries that they need themselves.
target_link_options(rheobase PRIVATE -Wl,--disable-new-dtags)
set_target_properties(rheobase PROPERTIES INSTALL_RPATH "$ORIGIN/../lib/rheobase")

install(TARGETS rheobase RUNTIME DESTINATION bin COMPONENT program)
install(FILES LICENSE README.md DESTINATION share/doc/rheobase COMPONENT program)
install(DIRECTORY docs/examples DESTINATION share/doc/rheobase COMPONENT program)

# All but glibc, which must fit the machine's own loader. Each under the name it is asked for by, with its licence.
install(CODE [[
    set(prefix "$ENV{DESTDIR}${CMAKE_INSTALL_PREFIX}")
    file(GET_RUNTIME_DEPENDENCIES EXECUTABLES "$<TARGET_FILE:rheobase>" RESOLVED_DEPENDENCIES_VAR libraries
         POST_EXCLUDE_REGEXES "/(ld-linux[^/]*|libc|libm|libpthread|libdl|librt|libresolv)\\.so")
    foreach(library IN LISTS libraries)
        get_filename_component(name "${library}" NAME)
        file(REAL_PATH "${library}" real)
        file(MAKE_DIRECTORY "${prefix}/lib/rheobase")
        file(COPY_FILE "${real}" "${prefix}/lib/rheobase/${name}")
        # Debian's tables may know the file by the place it had before /lib became a link to /usr/lib.
        string(REGEX REPLACE "^/usr/lib" "/lib" older "${real}")
        execute_process(COMMAND dpkg-query -S "${real}" OUTPUT_VARIABLE owner ERROR_QUIET)
        if(NOT owner)
            execute_process(COMMAND dpkg-query -S "${older}" OUTPUT_VARIABLE owner ERROR_QUIET)
        endif()
        string(REGEX MATCH "^[^:,]+" package "${owner}")
        if(package AND EXISTS "/usr/share/doc/${package}/copyright")
            file(INSTALL "/usr/share/doc/${package}/copyright" DESTINATION "${prefix}/share/doc/rheobase/licences"
                 RENAME "${package}" FOLLOW_SYMLINK_CHAIN)
        endif()
    endforeach()
]] COMPONENT libraries)

set(CPACK_PACKAGE_NAME rheobase)
set(CPACK_PACKAGE_VENDOR Rheobase)
set(CPACK_PACKAGE_CONTACT "Rheobase")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Why muscles twitch, and whether any lack is behind it")
set(CPACK_GENERATOR TGZ DEB)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGE_DIRECTORY ${PROJECT_BINARY_DIR}/package)
set(CPACK_PACKAGE_FILE_NAME rheobase-${PROJECT_VERSION}-${CMAKE_SYSTEM_PROCESSOR})
set(CPACK_COMPONENTS_GROUPING ALL_COMPONENTS_IN_ONE)
set(CPACK_ARCHIVE_COMPONENT_INSTALL ON)
set(CPACK_COMPONENT_INCLUDE_TOPLEVEL_DIRECTORY ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_PROJECT_CONFIG_FILE ${PROJECT_SOURCE_DIR}/cmake/package_kind.cmake)
include(CPack)
