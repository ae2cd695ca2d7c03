# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# How does inventory.html get into the binary? As RuleHelp.cmake does it: this
# file adds a generated source and, run as a script, generates it.

if(CMAKE_SCRIPT_MODE_FILE)
  file(READ "${PAGE}" text)
  file(WRITE "${OUTPUT}"
"// Generated from formats/inventory.html by InventoryPage.cmake.
#include \"formats/InventoryPage.h\"

const char *const async_tidy::tool::InventoryPage = R\"--html--(${text})--html--\";
")
  return()
endif()

set(page_output "${CMAKE_CURRENT_BINARY_DIR}/InventoryPage.cpp")
set(page_script "${CMAKE_CURRENT_LIST_FILE}")
set(page_input "${CMAKE_CURRENT_LIST_DIR}/inventory.html")
add_custom_command(
  OUTPUT "${page_output}"
  COMMAND "${CMAKE_COMMAND}" "-DOUTPUT=${page_output}" "-DPAGE=${page_input}"
          -P "${page_script}"
  DEPENDS "${page_input}" "${page_script}"
  COMMENT "Embedding inventory.html"
  VERBATIM)
target_sources(async-tidy PRIVATE "${page_output}")
