# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# The steps after linking, see Bolt.cmake; run by `cmake -P` with PROGRAM (which
# is replaced), BOLT, MAJOR, TRAINING and INCLUDES. The program is replaced only
# when all steps have succeeded.

cmake_minimum_required(VERSION 3.25)

set(counting ${PROGRAM}.counting)
set(counts ${PROGRAM}.counts)
set(ordered ${PROGRAM}.ordered)

# Runs a command; its output is shown if it fails. More exit codes than 0 may
# be named.
function(run step)
  cmake_parse_arguments(PARSE_ARGV 1 ARG "" "" "COMMAND;EXIT")
  execute_process(COMMAND ${ARG_COMMAND} RESULT_VARIABLE result
    OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT result IN_LIST ARG_EXIT AND NOT result EQUAL 0)
    message(FATAL_ERROR "${step} failed (${result}):\n${output}\n"
      "-DASYNC_TIDY_BOLT=OFF builds without.")
  endif()
endfunction()

# The counters are shared with the workers that the program forks.
run("Preparing ${PROGRAM} for counting"
  COMMAND ${BOLT} ${PROGRAM} -instrument --instrumentation-file=${counts}
    -o ${counting})

# What users do: analyse a source, and keep the result.
set(cache ${PROGRAM}.cache)
file(REMOVE_RECURSE ${cache} ${counts})
set(flags -std=c++20 -fno-rtti)
foreach(folder IN LISTS INCLUDES)
  list(APPEND flags -isystem ${folder})
endforeach()
run("The training run"
  COMMAND ${counting} --cache-dir=${cache} --no-settings --quiet
    "--checks=-*,async-*" ${TRAINING} -- ${flags}
  EXIT 1) # findings

# The older llvm-bolt knows an older order of functions.
set(functions cdsort)
if(MAJOR LESS 19)
  set(functions hfsort+)
endif()
run("Ordering ${PROGRAM}"
  COMMAND ${BOLT} ${PROGRAM} -data=${counts} -o ${ordered}
    -reorder-blocks=ext-tsp -reorder-functions=${functions} -split-functions
    -split-all-cold -split-eh -use-gnu-stack)

file(CHMOD ${ordered} PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE
  GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
file(RENAME ${ordered} ${PROGRAM})
file(REMOVE_RECURSE ${counting} ${counts} ${cache})
