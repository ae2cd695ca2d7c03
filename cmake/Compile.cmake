# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# How is our own C++ compiled? Warnings, ccache and the precompiled header.
#
# An LLVM header costs seconds, so both ccache and a precompiled header are
# used when they are there, and made to work together: clang must not write
# time stamps into the header, and ccache must be told to trust it.

option(ASYNC_TIDY_PCH "Precompile the headers of LLVM and clang" ON)

# Must be called after project().
macro(async_tidy_setup_compile)
  set(CMAKE_CXX_STANDARD 20)
  set(CMAKE_CXX_STANDARD_REQUIRED ON)
  set(CMAKE_CXX_EXTENSIONS OFF)
  set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
  if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
  endif()
  # Nothing here is hot enough for -O3; clang itself does the work.
  set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")

  find_program(ASYNC_TIDY_CCACHE ccache)
  if(ASYNC_TIDY_CCACHE AND (NOT CMAKE_CXX_COMPILER_LAUNCHER
      OR CMAKE_CXX_COMPILER_LAUNCHER MATCHES "ccache$"))
    set(sloppy pch_defines,time_macros,include_file_mtime,include_file_ctime)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
      CCACHE_SLOPPINESS=${sloppy} ${ASYNC_TIDY_CCACHE})
  endif()
endmacro()

# Warnings for a target of ours; a switch that forgets an enumerator is an error
# because it means that a judgement is missing.
function(async_tidy_warnings target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wno-unused-parameter
    -Wno-deprecated-declarations # the newest LLVM's advice breaks the oldest
    -Wimplicit-fallthrough -Werror=switch -Werror=return-type)
endfunction()

# Compiles `target` with LLVM's headers, precompiled in the first target that
# asks and shared by the others.
function(async_tidy_uses_clang target)
  target_link_libraries(${target} PRIVATE async_tidy_clang)
  async_tidy_warnings(${target})
  if(NOT ASYNC_TIDY_PCH)
    return()
  endif()
  if(CMAKE_CXX_COMPILER_ID MATCHES Clang)
    target_compile_options(${target} PRIVATE
      "SHELL:-Xclang -fno-pch-timestamp")
  endif()
  get_property(first GLOBAL PROPERTY ASYNC_TIDY_PCH_TARGET)
  if(first)
    target_precompile_headers(${target} REUSE_FROM ${first})
  else()
    target_precompile_headers(${target} PRIVATE <clang-tidy/ClangTidyCheck.h>
      <clang/ASTMatchers/ASTMatchFinder.h> <clang/Tooling/Tooling.h> <optional>
      <string> <vector>)
    set_property(GLOBAL PROPERTY ASYNC_TIDY_PCH_TARGET ${target})
  endif()
endfunction()
