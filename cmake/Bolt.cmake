# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# How is the command made faster after it is compiled? With -DASYNC_TIDY_BOLT=ON,
# as in the packages, its machine code is put into the order in which it runs:
#
#   archives of clang and LLVM ──lld──> async-tidy ──llvm-bolt──> one that counts
#   what it runs ──over packaging/bolt/training.cpp──> counts ──llvm-bolt──> async-tidy
#
# A parser is a very large program that waits for its own instructions to come
# from memory. LLVM's own releases are made in the same way. Nothing is compiled
# for it, and what the command prints does not change. Linking takes a minute
# instead of a second, so a build for development does without.

option(ASYNC_TIDY_BOLT "Order the command's machine code by what it runs" OFF)

# Links `target`, a program, with clang and LLVM.
function(async_tidy_link_clang target)
  if(NOT ASYNC_TIDY_BOLT)
    target_link_libraries(${target} PRIVATE
      clangTidy clangTidyUtils clang-cpp LLVM)
    return()
  endif()

  set(bin ${ASYNC_TIDY_LLVM_ROOT}/bin)
  async_tidy_need(
    "${bin}/llvm-bolt|bolt-${ASYNC_TIDY_LLVM}"
    "${bin}/ld.lld|lld-${ASYNC_TIDY_LLVM}"
    "${LLVM_LIBRARY_DIR}/libclangSema.a|libclang-${ASYNC_TIDY_LLVM}-dev"
    "${LLVM_LIBRARY_DIR}/libLLVMSupport.a|llvm-${ASYNC_TIDY_LLVM}-dev")

  # The linker takes from the archives what is used, in whatever order.
  file(GLOB archives ${LLVM_LIBRARY_DIR}/libclang*.a
    ${LLVM_LIBRARY_DIR}/libLLVM*.a)
  list(FILTER archives EXCLUDE REGEX "libclang(|_rt.*|d.*|TidyMain.*)\\.a$")
  execute_process(COMMAND ${bin}/llvm-config --link-static --system-libs
    OUTPUT_VARIABLE system OUTPUT_STRIP_TRAILING_WHITESPACE
    COMMAND_ERROR_IS_FATAL ANY)
  separate_arguments(system)
  target_link_libraries(${target} PRIVATE ${archives} ${system})
  set_property(TARGET ${target} APPEND PROPERTY LINK_DEPENDS
    ${PROJECT_SOURCE_DIR}/packaging/bolt/training.cpp
    ${PROJECT_SOURCE_DIR}/cmake/RunBolt.cmake)
  # The relocations tell llvm-bolt what it may move.
  target_link_options(${target} PRIVATE --ld-path=${bin}/ld.lld
    -Wl,--emit-relocs,--gc-sections)
  add_custom_command(TARGET ${target} POST_BUILD
    COMMAND ${CMAKE_COMMAND} -DPROGRAM=$<TARGET_FILE:${target}>
      -DBOLT=${bin}/llvm-bolt -DMAJOR=${ASYNC_TIDY_LLVM}
      -DTRAINING=${PROJECT_SOURCE_DIR}/packaging/bolt/training.cpp
      "-DINCLUDES=${LLVM_INCLUDE_DIRS};${CLANG_INCLUDE_DIRS}"
      -P ${PROJECT_SOURCE_DIR}/cmake/RunBolt.cmake
    COMMENT "Ordering the code of ${target}" VERBATIM)
endfunction()
