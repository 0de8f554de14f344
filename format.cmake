# The one format of the sources: `./dev format` (the target `format`) applies it, two tests check it.
function(is_clang_format_19 result program)
  execute_process(COMMAND ${program} --version OUTPUT_VARIABLE version)
  if(NOT version MATCHES "version 19\\.")
    set(${result} FALSE PARENT_SCOPE)
  endif()
endfunction()

find_program(CLANG_FORMAT NAMES clang-format-19 clang-format VALIDATOR is_clang_format_19)
set(formatters)

if(CLANG_FORMAT)   # tests/reference is not among these: a script writes it
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS engine/*.h engine/*.cpp bindings/*.h bindings/*.cpp tests/engine/*.h tests/engine/*.cpp)
  file(GLOB more_sources CONFIGURE_DEPENDS tests/bench/*.cpp examples/*.cpp)
  list(APPEND sources ${more_sources})
  add_test(NAME "engine/format" COMMAND ${CLANG_FORMAT} --dry-run -Werror ${sources})
  list(APPEND formatters COMMAND ${CLANG_FORMAT} -i ${sources})
else()
  message(STATUS "clang-format 19 is not found, so the format of the C++ sources is not checked")
endif()

if(GLASSBOX_HAS_WEB)
  set(biome ${NODE} ${CMAKE_SOURCE_DIR}/web/node_modules/@biomejs/biome/bin/biome check web tests biome.json)
  add_test(NAME "web/format and lint" COMMAND ${biome} WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
  list(APPEND formatters COMMAND ${biome} --write)
endif()

add_custom_target(format ${formatters} WORKING_DIRECTORY ${CMAKE_SOURCE_DIR} COMMENT "Formatting the sources")
