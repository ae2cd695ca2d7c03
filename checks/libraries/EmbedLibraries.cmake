# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# How do the library files get into the binary?
#
#   include(EmbedLibraries)  async_tidy_embed_libraries(target)
#
# adds one generated source to the target. The same file is the script that
# generates it (cmake -DOUTPUT=... -DDIRECTORY=... -P): CMake alone, so that a
# build needs no Python. A new .yml file is picked up by the next build.

if(CMAKE_SCRIPT_MODE_FILE AND OUTPUT)
  file(GLOB files LIST_DIRECTORIES false "${DIRECTORY}/*.yml")
  list(SORT files)
  set(texts "")
  foreach(path IN LISTS files)
    get_filename_component(name "${path}" NAME)
    file(READ "${path}" text)
    string(APPEND texts
      "    {\"libraries/${name}\", R\"--yaml--(${text})--yaml--\"},\n")
  endforeach()
  file(WRITE "${OUTPUT}"
"// Generated from checks/libraries/*.yml by EmbedLibraries.cmake.
#include \"BuiltinLibraries.h\"

namespace async_tidy {
namespace {
constexpr BuiltinLibrary Files[] = {
${texts}};
} // namespace

std::span<const BuiltinLibrary> builtinLibraries() { return Files; }
} // namespace async_tidy
")
  return()
endif()

set(ASYNC_TIDY_LIBRARIES_DIR "${CMAKE_CURRENT_LIST_DIR}")

function(async_tidy_embed_libraries target)
  file(GLOB files CONFIGURE_DEPENDS "${ASYNC_TIDY_LIBRARIES_DIR}/*.yml")
  set(output "${CMAKE_CURRENT_BINARY_DIR}/BuiltinLibraries.cpp")
  set(script "${ASYNC_TIDY_LIBRARIES_DIR}/EmbedLibraries.cmake")
  add_custom_command(
    OUTPUT "${output}"
    COMMAND "${CMAKE_COMMAND}" "-DOUTPUT=${output}"
            "-DDIRECTORY=${ASYNC_TIDY_LIBRARIES_DIR}" -P "${script}"
    DEPENDS ${files} "${script}"
    COMMENT "Embedding the library files"
    VERBATIM)
  target_sources(${target} PRIVATE "${output}")
  set_source_files_properties("${output}" PROPERTIES
    INCLUDE_DIRECTORIES "${ASYNC_TIDY_LIBRARIES_DIR}")
endfunction()
