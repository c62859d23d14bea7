# `cmake --install build/native --prefix DIR`: the command line, the library with its headers, the schema of the result,
# and the package that lets `find_package(lupe)` find the target lupe::lupe. tests/example uses it.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)
set(package ${CMAKE_INSTALL_LIBDIR}/cmake/lupe)

set_target_properties(lupe_core PROPERTIES OUTPUT_NAME lupe EXPORT_NAME lupe)
target_compile_features(lupe_core PUBLIC cxx_std_20)
add_library(lupe::lupe ALIAS lupe_core)
install(TARGETS lupe_core EXPORT lupe ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(EXPORT lupe NAMESPACE lupe:: FILE lupe-targets.cmake DESTINATION ${package})
install(DIRECTORY include/lupe DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(DIRECTORY schema DESTINATION ${CMAKE_INSTALL_DATADIR}/lupe)

configure_package_config_file(lupe-config.cmake.in lupe-config.cmake INSTALL_DESTINATION ${package})
# Before 1.0, a minor version may change the headers.
write_basic_package_version_file(lupe-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/lupe-config.cmake ${CMAKE_CURRENT_BINARY_DIR}/lupe-config-version.cmake DESTINATION ${package})
