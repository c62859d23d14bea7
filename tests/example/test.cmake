# cmake -D LUPE_BUILD=build/native -P test.cmake: installs into an empty folder, builds the example against what is there and
# nothing else, and compares its result with the installed command line's.
cmake_minimum_required(VERSION 3.25)
set(work ${LUPE_BUILD}/example)
file(REMOVE_RECURSE ${work})

function(run)
  execute_process(COMMAND ${ARGN} OUTPUT_VARIABLE said ERROR_VARIABLE complained RESULT_VARIABLE code)
  if(NOT code EQUAL 0)
    message(FATAL_ERROR "${ARGN}\n${said}${complained}")
  endif()
  set(said "${said}" PARENT_SCOPE)
endfunction()

run(${CMAKE_COMMAND} --install ${LUPE_BUILD} --prefix ${work}/installed)
run(${CMAKE_COMMAND} -S ${CMAKE_CURRENT_LIST_DIR} -B ${work}/build -D CMAKE_PREFIX_PATH=${work}/installed
  "-DCMAKE_CXX_FLAGS=-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror")
run(${CMAKE_COMMAND} --build ${work}/build)

set(article "Die Firma zahlt 17 Dollar. Das sagte sie am Dienstag.\n")
file(WRITE ${work}/article.txt "${article}")
execute_process(COMMAND ${work}/build/amounts --json INPUT_FILE ${work}/article.txt OUTPUT_VARIABLE printed COMMAND_ERROR_IS_FATAL ANY)
run(${work}/installed/bin/lupe --date 2023-09-26 --offsets codepoint ${work}/article.txt)
if(NOT printed STREQUAL "17 USD (17 Dollar): Die Firma zahlt 17 Dollar. \n${said}")
  message(FATAL_ERROR "the example printed\n${printed}\nand the command line\n${said}")
endif()

# Every public header stands alone.
file(GLOB headers RELATIVE ${work}/installed/include ${work}/installed/include/lupe/*.h)
foreach(header ${headers})
  file(WRITE ${work}/header.cpp "#include \"${header}\"\n")
  run(c++ -std=c++20 -fsyntax-only -I ${work}/installed/include ${work}/header.cpp)
endforeach()
if(NOT EXISTS ${work}/installed/share/lupe/schema/lupe-1.schema.json)
  message(FATAL_ERROR "the schema is not installed")
endif()
