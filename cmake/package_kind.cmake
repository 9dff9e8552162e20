# Read by cpack once for each kind of package: the one of Debian brings no libraries of its own.
if(CPACK_GENERATOR STREQUAL "DEB")
    set(CPACK_COMPONENTS_ALL program)
    set(CPACK_COMPONENT_INCLUDE_TOPLEVEL_DIRECTORY OFF) # its files lie under /usr, not in a folder of the package's name
else()
    set(CPACK_COMPONENTS_ALL program libraries)
endif()
