# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# How does a build lint only what changed?
#
#   find_package(async_tidy)
#   async_tidy_add_check(lint TARGETS app net OPTIONS --checks=async-*)
#
# `cmake --build . --target lint` then has one node for each translation unit: it
# runs again when the source, a header that it includes, its compile flags or
# .clang-tidy changed, as many at a time as the build allows, and a failing one
# does not stop the others of `ninja -k 0`. Generated headers must have been
# built before. Needs CMake 3.20 and a generator that reads dependency files
# (Ninja; Makefiles from 3.20, too).

include_guard(GLOBAL)
cmake_minimum_required(VERSION 3.20)

# Beside this file in an installed tree: <prefix>/lib/cmake/async_tidy-<llvm>.
find_program(ASYNC_TIDY_EXECUTABLE NAMES async-tidy async-tidy-22 async-tidy-19
  async-tidy-16 HINTS ${CMAKE_CURRENT_LIST_DIR}/../../../bin)
if(NOT ASYNC_TIDY_EXECUTABLE)
  set(async_tidy_FOUND FALSE)
  set(async_tidy_NOT_FOUND_MESSAGE
    "the program async-tidy was not found; set ASYNC_TIDY_EXECUTABLE")
  return()
endif()
set(async_tidy_FOUND TRUE)

# async_tidy_add_check(NAME TARGETS target... [OPTIONS option...])
#
# Adds the target NAME, which lints every C++ source of the TARGETS. OPTIONS go to
# async-tidy. The targets must belong to this directory or be above it.
function(async_tidy_add_check name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "TARGETS;OPTIONS")
  if(NOT arg_TARGETS OR arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR
      "usage: async_tidy_add_check(NAME TARGETS target... [OPTIONS option...])")
  endif()
  if(NOT CMAKE_EXPORT_COMPILE_COMMANDS)
    message(FATAL_ERROR "async_tidy_add_check needs the compile database: "
      "set(CMAKE_EXPORT_COMPILE_COMMANDS ON) before the targets")
  endif()
  set(stamps "")
  foreach(target IN LISTS arg_TARGETS)
    async_tidy_check_sources(${target} "${arg_OPTIONS}" target_stamps)
    list(APPEND stamps ${target_stamps})
  endforeach()
  add_custom_target(${name} DEPENDS ${stamps})
endfunction()

# Sets `out` to the stamps of the sources of `target`.
function(async_tidy_check_sources target options out)
  set(home ${CMAKE_BINARY_DIR}/async-tidy/${target})
  # Written anew only when it differs, so new flags lint the target again.
  file(GENERATE OUTPUT ${home}/flags-$<CONFIG>.txt CONTENT
"$<TARGET_PROPERTY:${target},COMPILE_DEFINITIONS>
$<TARGET_PROPERTY:${target},COMPILE_OPTIONS>
$<TARGET_PROPERTY:${target},INCLUDE_DIRECTORIES>
$<TARGET_PROPERTY:${target},CXX_STANDARD>
${options}
")
  get_target_property(sources ${target} SOURCES)
  get_target_property(folder ${target} SOURCE_DIR)
  set(stamps "")
  foreach(source IN LISTS sources)
    if(NOT source MATCHES "\\.(cpp|cc|cxx|c\\+\\+|C|cppm)$")
      continue()
    endif()
    cmake_path(ABSOLUTE_PATH source BASE_DIRECTORY ${folder} NORMALIZE)
    file(RELATIVE_PATH relative ${CMAKE_SOURCE_DIR} ${source})
    string(REPLACE ".." "__" relative ${relative})
    set(stamp ${home}/${relative}.stamp)
    cmake_path(GET stamp PARENT_PATH stamp_folder)
    add_custom_command(OUTPUT ${stamp}
      COMMAND ${CMAKE_COMMAND} -E make_directory ${stamp_folder}
      COMMAND ${ASYNC_TIDY_EXECUTABLE} -p ${CMAKE_BINARY_DIR} -j 1 --quiet
        --depfile=${stamp}.d ${options} ${source}
      COMMAND ${CMAKE_COMMAND} -E touch ${stamp}
      DEPENDS ${source} ${home}/flags-$<CONFIG>.txt ${ASYNC_TIDY_EXECUTABLE}
      DEPFILE ${stamp}.d WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}
      COMMENT "Linting ${relative}" VERBATIM)
    list(APPEND stamps ${stamp})
  endforeach()
  set(${out} ${stamps} PARENT_SCOPE)
endfunction()
