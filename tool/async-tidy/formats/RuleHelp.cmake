# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# How do the pages of the checks get into the reports?
#
# Included by tool/async-tidy/CMakeLists.txt, this adds one generated source to
# async-tidy; run as a script it generates that source. Only what people wrote is
# taken, the two sections that say what and why, so that regenerating the
# generated parts of a page changes no binary.

# Sets `out` to the text below a heading. Links lead to neighbours of the page,
# and there are none in a report.
function(section out text heading)
  string(FIND "${text}" "## ${heading}\n\n" begin)
  if(begin EQUAL -1)
    message(FATAL_ERROR "a page of docs/checks has no section '${heading}'")
  endif()
  string(LENGTH "## ${heading}\n\n" skip)
  math(EXPR begin "${begin} + ${skip}")
  string(SUBSTRING "${text}" ${begin} -1 text)
  string(FIND "${text}" "\n\n## " end)
  string(SUBSTRING "${text}" 0 ${end} text)
  string(REGEX REPLACE "\\[([^]]*)\\]\\([^):]*\\)" "\\1" text "${text}")
  set(${out} "${text}" PARENT_SCOPE)
endfunction()

if(CMAKE_SCRIPT_MODE_FILE)
  file(GLOB pages "${DIRECTORY}/*.md")
  list(SORT pages)
  set(texts "")
  foreach(page IN LISTS pages)
    get_filename_component(name "${page}" NAME_WE)
    if(name STREQUAL "index")
      continue()
    endif()
    file(READ "${page}" text)
    section(finds "${text}" "What it finds")
    section(why "${text}" "Why it matters")
    string(APPEND texts
      "    {\"async-${name}\", R\"--md--(${finds})--md--\",\n"
      "     R\"--md--(${why})--md--\"},\n")
  endforeach()
  file(WRITE "${OUTPUT}"
"// Generated from docs/checks/*.md by RuleHelp.cmake.
#include \"formats/RuleHelp.h\"

namespace async_tidy::tool {
namespace {
constexpr RuleHelp Pages[] = {
${texts}};
} // namespace

std::span<const RuleHelp> ruleHelp() { return Pages; }
} // namespace async_tidy::tool
")
  return()
endif()

set(help_output "${CMAKE_CURRENT_BINARY_DIR}/RuleHelp.cpp")
set(help_script "${CMAKE_CURRENT_LIST_FILE}")
set(help_pages "${PROJECT_SOURCE_DIR}/docs/checks")
file(GLOB help_files CONFIGURE_DEPENDS "${help_pages}/*.md")
add_custom_command(
  OUTPUT "${help_output}"
  COMMAND "${CMAKE_COMMAND}" "-DOUTPUT=${help_output}"
          "-DDIRECTORY=${help_pages}" -P "${help_script}"
  DEPENDS ${help_files} "${help_script}"
  COMMENT "Embedding docs/checks/*.md"
  VERBATIM)
target_sources(async-tidy PRIVATE "${help_output}")
