# Without Emscripten and Node the project configures, says what is missing, and has the engine and its tests alone.
#
#     cmake -DSOURCE=... -DSCRATCH=... -DOPTIONS=... -P engine-alone.cmake      OPTIONS: what stays to be found

# Nothing is looked for in PATH or in the system's folders.
set(nothing_found -DCMAKE_FIND_USE_SYSTEM_ENVIRONMENT_PATH=OFF -DCMAKE_FIND_USE_CMAKE_SYSTEM_PATH=OFF)

function(configure web expected_result expected_text)
  execute_process(COMMAND ${CMAKE_COMMAND} --fresh -S ${SOURCE} -B ${SCRATCH} ${OPTIONS} ${nothing_found} -DGLASSBOX_WEB=${web}
    RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
  string(REGEX REPLACE "[ \n]+" " " output "${output}")
  if(expected_result STREQUAL works AND NOT result EQUAL 0 OR expected_result STREQUAL fails AND result EQUAL 0)
    message(FATAL_ERROR "GLASSBOX_WEB=${web} should be a configuration that ${expected_result}: ${output}")
  endif()
  foreach(text "emcmake" "node >= 22.18" ${expected_text})
    if(NOT output MATCHES "${text}")
      message(FATAL_ERROR "GLASSBOX_WEB=${web} should say \"${text}\": ${output}")
    endif()
  endforeach()
endfunction()

configure(ON fails "GLASSBOX_WEB=OFF")
configure(AUTO works "Only the native engine is built and tested")

execute_process(COMMAND ${CMAKE_CTEST_COMMAND} --test-dir ${SCRATCH} -N OUTPUT_VARIABLE tests COMMAND_ERROR_IS_FATAL ANY)
if(NOT tests MATCHES "engine_tests" OR tests MATCHES "web/|browser/|bindings/|WebAssembly")
  message(FATAL_ERROR "The tests should be the engine's alone: ${tests}")
endif()
execute_process(COMMAND ${CMAKE_COMMAND} --build ${SCRATCH} --target help OUTPUT_VARIABLE targets COMMAND_ERROR_IS_FATAL ANY)
if(NOT targets MATCHES "engine_tests" OR targets MATCHES "(^|[ \n])(site|wasm)[: \n]")
  message(FATAL_ERROR "The targets should be the engine's alone: ${targets}")
endif()
