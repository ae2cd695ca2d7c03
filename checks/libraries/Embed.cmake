# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# How do the library files get into the binary?
#
# Included by checks/CMakeLists.txt, this adds one generated source to
# AsyncTidyChecks. Run as a script (cmake -DOUTPUT=... -DDIRECTORY=... -P) it
# generates that source: CMake alone, so that a build needs no Python. A new
# .yml file is picked up by the next build.

if(CMAKE_SCRIPT_MODE_FILE)
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
"// Generated from checks/libraries/*.yml by Embed.cmake.
#include \"libraries/BuiltinLibraries.h\"

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

set(embed_output "${CMAKE_CURRENT_BINARY_DIR}/BuiltinLibraries.cpp")
set(embed_script "${CMAKE_CURRENT_LIST_FILE}")
file(GLOB embed_files CONFIGURE_DEPENDS "${CMAKE_CURRENT_LIST_DIR}/*.yml")
add_custom_command(
  OUTPUT "${embed_output}"
  COMMAND "${CMAKE_COMMAND}" "-DOUTPUT=${embed_output}"
          "-DDIRECTORY=${CMAKE_CURRENT_LIST_DIR}" -P "${embed_script}"
  DEPENDS ${embed_files} "${embed_script}"
  COMMENT "Embedding checks/libraries/*.yml"
  VERBATIM)
target_sources(AsyncTidyChecks PRIVATE "${embed_output}")
