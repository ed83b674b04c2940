# SPDX-License-Identifier: BSD-3-Clause
# Use the project as another project would: installed and found (way=find_package), or as a subdirectory.
cmake_minimum_required(VERSION 3.25)

function(run)
  execute_process(COMMAND ${ARGN} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

# What an earlier run left must not be found instead.
file(REMOVE_RECURSE ${work_dir})

if(way STREQUAL "find_package")
  run(${CMAKE_COMMAND} --install ${binary_dir} --prefix ${work_dir}/prefix)
  set(found_by -D CMAKE_PREFIX_PATH=${work_dir}/prefix)
else()
  set(found_by -D XSCOPE_SOURCE_DIR=${source_dir})
endif()

run(${CMAKE_COMMAND} -S ${CMAKE_CURRENT_LIST_DIR} -B ${work_dir}/build -G ${generator}
  -D CMAKE_BUILD_TYPE=Debug -D CMAKE_CXX_COMPILER=${compiler} -D CMAKE_CXX_COMPILER_LAUNCHER=${launcher} ${found_by})
run(${CMAKE_COMMAND} --build ${work_dir}/build)
run(${work_dir}/build/consumer)
run(${work_dir}/build/weights ${work_dir}/build)
