# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# What does `cmake --install` put where, and what goes into which .deb?
#
#   bin/async-tidy-<major>        ─┐
#   lib/AsyncTidyPlugin-<major>.so ├─ package async-tidy-<major>
#   man page, completions, CMake   ─┘
#   bin/async-clangd-<major>       ── package async-clangd-<major>
#   include/safe_async             ── package libsafe-async-dev
#
# Programs carry the LLVM version in their names, as Debian's clang does, so that
# several fit beside each other. `async-tidy` without it is a symbolic link here
# and an alternative (update-alternatives) in the packages. The plugin lies where
# the dynamic linker looks, so `clang-tidy -load=AsyncTidyPlugin-22.so` finds it.

include(GNUInstallDirs)

# Libraries of a Debian LLVM are on the linker's path; others are named.
if(NOT ASYNC_TIDY_LLVM_ROOT MATCHES "^/usr/lib/llvm-")
  set(CMAKE_INSTALL_RPATH ${LLVM_LIBRARY_DIR})
endif()

# Installs the symbolic link bin/<name>.
function(async_tidy_install_link name to component)
  file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/links)
  file(CREATE_LINK ${to} ${CMAKE_BINARY_DIR}/links/${name} SYMBOLIC)
  install(FILES ${CMAKE_BINARY_DIR}/links/${name}
    DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT ${component})
endfunction()

# Installs `target` as bin/<name>-<major>, and links bin/<name> to it.
function(async_tidy_install_program target component)
  set(versioned ${target}-${ASYNC_TIDY_LLVM})
  set(home ${CMAKE_INSTALL_LIBDIR}/async-tidy-${ASYNC_TIDY_LLVM})
  install(TARGETS ${target} DESTINATION ${home} COMPONENT ${component})
  async_tidy_install_link(${versioned} ../${home}/${target} ${component})
  async_tidy_install_link(${target} ../${home}/${target} unversioned)
endfunction()

# The page is made from --help, so it cannot fall behind.
function(async_tidy_install_manual target component)
  find_program(HELP2MAN help2man)
  if(NOT HELP2MAN)
    message(STATUS "no manual page of ${target}: help2man is not installed")
    return()
  endif()
  set(page ${CMAKE_BINARY_DIR}/${target}-${ASYNC_TIDY_LLVM}.1)
  add_custom_command(OUTPUT ${page}
    COMMAND ${HELP2MAN} --no-info --locale=C.UTF-8
      --include ${CMAKE_SOURCE_DIR}/packaging/${target}.h2m
      --output ${page} $<TARGET_FILE:${target}>
    DEPENDS ${target} ${CMAKE_SOURCE_DIR}/packaging/${target}.h2m VERBATIM)
  add_custom_target(${target}-manual ALL DEPENDS ${page})
  install(FILES ${page} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1
    COMPONENT ${component})
  install(FILES ${page} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1
    RENAME ${target}.1 COMPONENT unversioned)
endfunction()

async_tidy_install_program(async-tidy command)
async_tidy_install_manual(async-tidy command)
install(TARGETS AsyncTidyPlugin DESTINATION ${CMAKE_INSTALL_LIBDIR}
  COMPONENT command)

# Lint as a step of a build: find_package(async_tidy), and an aspect.
install(FILES packaging/cmake/async_tidyConfig.cmake COMPONENT command
  DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/async_tidy-${ASYNC_TIDY_LLVM})

install(FILES packaging/bazel/async_tidy.bzl COMPONENT command
  DESTINATION ${CMAKE_INSTALL_DATADIR}/async-tidy-${ASYNC_TIDY_LLVM}/bazel)

# Completions, once for the versioned name and once for the plain one.
set(completions ${CMAKE_SOURCE_DIR}/packaging/completion)
function(async_tidy_install_completions name component)
  install(FILES ${completions}/async-tidy.bash COMPONENT ${component}
    DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions
    RENAME ${name})
  install(FILES ${completions}/async-tidy.zsh COMPONENT ${component}
    DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions
    RENAME _${name})
endfunction()
async_tidy_install_completions(async-tidy-${ASYNC_TIDY_LLVM} command)
async_tidy_install_completions(async-tidy unversioned)
install(FILES LICENSE.TXT RENAME copyright COMPONENT command
  DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/async-tidy-${ASYNC_TIDY_LLVM})
if(TARGET async-clangd)
  async_tidy_install_program(async-clangd editor)
  install(FILES LICENSE.TXT RENAME copyright COMPONENT editor
    DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/async-clangd-${ASYNC_TIDY_LLVM})
  # Findings link to these pages.
  install(DIRECTORY docs/checks COMPONENT editor
    DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/async-clangd-${ASYNC_TIDY_LLVM})
endif()

# The header brings its own rules; they become one component.
set(SAFE_ASYNC_INSTALL ON CACHE BOOL "" FORCE)
set(CMAKE_INSTALL_DEFAULT_COMPONENT_NAME header)
add_subdirectory(include)
install(FILES LICENSE.TXT RENAME copyright COMPONENT header
  DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/libsafe-async-dev)

# --- .deb ---------------------------------------------------------------------
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME async-tidy)
set(CPACK_PACKAGE_CONTACT "async-tidy maintainers <maintainers@async-tidy.invalid>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_PACKAGE_DIRECTORY ${CMAKE_BINARY_DIR}/packages)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_ALL command header)
set(CPACK_COMPONENTS_GROUPING ONE_PER_GROUP)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)

# Writes the package scripts that make `target`-<major> the one called `target`
# where it is the newest.
# Further arguments are paths that follow it, with NAME for its name.
function(async_tidy_alternative target)
  set(TARGET_NAME ${target})
  set(ALTERNATIVE_SLAVES "")
  foreach(path IN LISTS ARGN)
    string(REPLACE NAME ${target} link ${path})
    string(REPLACE NAME ${target}-${ASYNC_TIDY_LLVM} to ${path})
    cmake_path(GET path PARENT_PATH kind)
    cmake_path(GET kind FILENAME kind)
    string(APPEND ALTERNATIVE_SLAVES
      " \\\n    --slave ${link} ${target}.${kind} ${to}")
  endforeach()
  foreach(script postinst prerm)
    configure_file(${CMAKE_SOURCE_DIR}/packaging/${script}.in
      ${CMAKE_BINARY_DIR}/packaging/${target}/${script} @ONLY
      FILE_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE
        GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
  endforeach()
endfunction()

async_tidy_alternative(async-tidy /usr/share/man/man1/NAME.1
  /usr/share/bash-completion/completions/NAME
  /usr/share/zsh/vendor-completions/_NAME)
set(CPACK_DEBIAN_COMMAND_PACKAGE_NAME async-tidy-${ASYNC_TIDY_LLVM})
set(CPACK_DEBIAN_COMMAND_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_COMMAND_PACKAGE_DEPENDS
  "libclang-common-${ASYNC_TIDY_LLVM}-dev, git")
set(CPACK_DEBIAN_COMMAND_PACKAGE_RECOMMENDS
  "clang-tidy-${ASYNC_TIDY_LLVM}, libsafe-async-dev")
set(CPACK_DEBIAN_COMMAND_PACKAGE_CONTROL_EXTRA
  ${CMAKE_BINARY_DIR}/packaging/async-tidy/postinst
  ${CMAKE_BINARY_DIR}/packaging/async-tidy/prerm)
set(CPACK_COMPONENT_COMMAND_DESCRIPTION
  "checks for C++ code that awaits several operations at once
 The command async-tidy for continuous integration, and a plugin with the same
 checks for clang-tidy ${ASYNC_TIDY_LLVM}.")

if(TARGET async-clangd)
  list(APPEND CPACK_COMPONENTS_ALL editor)
  async_tidy_alternative(async-clangd)
  set(CPACK_DEBIAN_EDITOR_PACKAGE_NAME async-clangd-${ASYNC_TIDY_LLVM})
  set(CPACK_DEBIAN_EDITOR_PACKAGE_SECTION devel)
  set(CPACK_DEBIAN_EDITOR_PACKAGE_DEPENDS
    libclang-common-${ASYNC_TIDY_LLVM}-dev)
  set(CPACK_DEBIAN_EDITOR_PACKAGE_RECOMMENDS libsafe-async-dev)
  set(CPACK_DEBIAN_EDITOR_PACKAGE_CONTROL_EXTRA
    ${CMAKE_BINARY_DIR}/packaging/async-clangd/postinst
    ${CMAKE_BINARY_DIR}/packaging/async-clangd/prerm)
  set(CPACK_COMPONENT_EDITOR_DESCRIPTION
    "clangd ${ASYNC_TIDY_LLVM} with the checks of async-tidy
 A language server for editors: clangd, with findings and fixes for C++ code that
 awaits several operations at once.")
endif()

set(CPACK_DEBIAN_HEADER_PACKAGE_NAME libsafe-async-dev)
set(CPACK_DEBIAN_HEADER_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_HEADER_PACKAGE_ARCHITECTURE all)
set(CPACK_DEBIAN_HEADER_PACKAGE_SHLIBDEPS OFF)
set(CPACK_COMPONENT_HEADER_DESCRIPTION
  "header-only C++20 gather that fails fast, joins and has a deadline
 safe_async::safe_gather, with one adapter for each asynchronous library.")
include(CPack)
