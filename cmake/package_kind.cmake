# Read by cpack once for each kind of package: the one of Debian brings no libraries of its own.
if(CPACK_GENERATOR STREQUAL "DEB")
    set(CPACK_COMPONENTS_ALL program)
else()
    set(CPACK_COMPONENTS_ALL program libraries)
endif()
