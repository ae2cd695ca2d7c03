# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Which LLVM do we build against, and what is missing for it?
#
# Debian installs every LLVM beside the others under /usr/lib/llvm-<major>.
# This file has two halves, because the compiler must be chosen before
# project() and packages can only be looked up after it:
#
#   async_tidy_choose_llvm()   ASYNC_TIDY_LLVM, ASYNC_TIDY_LLVM_ROOT, compiler
#   async_tidy_find_clang()    find_package(Clang), async_tidy_clang target
#
# Whatever is missing is reported with the Debian package that has it.

set(ASYNC_TIDY_SUPPORTED_LLVM 22 19 16) # newest first

# Says what is missing and how to get it, then stops.
function(async_tidy_missing what)
  list(JOIN ARGN " " packages)
  message(FATAL_ERROR
    "${what} is missing.\n"
    "On Debian: apt-get install ${packages}\n"
    "(./dev build installs it for you.) Other LLVM versions: "
    "-DASYNC_TIDY_LLVM=16, 19 or 22.")
endfunction()

# Sets ASYNC_TIDY_LLVM (newest installed when not given), the root of that
# installation, and its clang++ as compiler unless the caller named another.
macro(async_tidy_choose_llvm)
  set(ASYNC_TIDY_LLVM "" CACHE STRING
    "Major version of LLVM to build for: 16, 19 or 22 (newest installed)")
  if(NOT ASYNC_TIDY_LLVM)
    foreach(major IN LISTS ASYNC_TIDY_SUPPORTED_LLVM)
      if(EXISTS /usr/lib/llvm-${major}/include/clang-tidy/ClangTidy.h)
        set(ASYNC_TIDY_LLVM ${major} CACHE STRING "" FORCE)
        break()
      endif()
    endforeach()
  endif()
  if(NOT ASYNC_TIDY_LLVM)
    list(GET ASYNC_TIDY_SUPPORTED_LLVM 0 newest)
    async_tidy_missing("LLVM with the headers of clang-tidy" clang-${newest}
      llvm-${newest}-dev libclang-${newest}-dev libclang-cpp${newest}-dev)
  endif()
  if(NOT ASYNC_TIDY_LLVM IN_LIST ASYNC_TIDY_SUPPORTED_LLVM)
    message(FATAL_ERROR "LLVM ${ASYNC_TIDY_LLVM} is not supported; "
      "use -DASYNC_TIDY_LLVM=16, 19 or 22.")
  endif()
  set(ASYNC_TIDY_LLVM_ROOT /usr/lib/llvm-${ASYNC_TIDY_LLVM} CACHE PATH
    "Where that LLVM is installed")
  if(NOT DEFINED CMAKE_CXX_COMPILER AND NOT DEFINED ENV{CXX}
     AND EXISTS ${ASYNC_TIDY_LLVM_ROOT}/bin/clang++)
    set(CMAKE_CXX_COMPILER ${ASYNC_TIDY_LLVM_ROOT}/bin/clang++)
  endif()
endmacro()

# Stops where one of the files "path|package" is not there.
function(async_tidy_need)
  foreach(need IN LISTS ARGN)
    string(REPLACE "|" ";" need "${need}")
    list(GET need 0 file)
    list(GET need 1 package)
    if(NOT EXISTS ${file})
      async_tidy_missing(${file} ${package})
    endif()
  endforeach()
endfunction()

# Finds Clang and makes the target async_tidy_clang: its headers as SYSTEM, the
# flags every translation unit that includes them must share. It links nothing.
macro(async_tidy_find_clang)
  async_tidy_need(
    "${ASYNC_TIDY_LLVM_ROOT}/include/clang-tidy/ClangTidy.h|libclang-${ASYNC_TIDY_LLVM}-dev"
    "${ASYNC_TIDY_LLVM_ROOT}/lib/libclangTidy.a|libclang-${ASYNC_TIDY_LLVM}-dev"
    "${ASYNC_TIDY_LLVM_ROOT}/lib/libclang-cpp.so|libclang-cpp${ASYNC_TIDY_LLVM}-dev"
    "${ASYNC_TIDY_LLVM_ROOT}/lib/cmake/llvm/LLVMConfig.cmake|llvm-${ASYNC_TIDY_LLVM}-dev"
    "${ASYNC_TIDY_LLVM_ROOT}/lib/cmake/clang/ClangConfig.cmake|clang-${ASYNC_TIDY_LLVM}")
  find_package(Clang REQUIRED CONFIG
    PATHS ${ASYNC_TIDY_LLVM_ROOT}/lib/cmake/clang NO_DEFAULT_PATH)

  add_library(async_tidy_clang INTERFACE)
  target_include_directories(async_tidy_clang SYSTEM INTERFACE
    ${LLVM_INCLUDE_DIRS} ${CLANG_INCLUDE_DIRS})
  target_compile_definitions(async_tidy_clang INTERFACE
    __STDC_CONSTANT_MACROS __STDC_FORMAT_MACROS __STDC_LIMIT_MACROS)
  # -fPIC everywhere, so that one precompiled header serves plugin and programs.
  target_compile_options(async_tidy_clang INTERFACE -fno-rtti -fPIC)

  # clang finds its builtin headers (stddef.h …) beside its own binary, where
  # async-tidy is not; the path is compiled in as the first place to look.
  file(GLOB ASYNC_TIDY_RESOURCE_DIR
    ${ASYNC_TIDY_LLVM_ROOT}/lib/clang/${ASYNC_TIDY_LLVM}*/include/stddef.h)
  if(NOT ASYNC_TIDY_RESOURCE_DIR)
    async_tidy_missing("clang's builtin headers"
      libclang-common-${ASYNC_TIDY_LLVM}-dev)
  endif()
  list(GET ASYNC_TIDY_RESOURCE_DIR 0 ASYNC_TIDY_RESOURCE_DIR)
  cmake_path(GET ASYNC_TIDY_RESOURCE_DIR PARENT_PATH ASYNC_TIDY_RESOURCE_DIR)
  cmake_path(GET ASYNC_TIDY_RESOURCE_DIR PARENT_PATH ASYNC_TIDY_RESOURCE_DIR)
endmacro()
