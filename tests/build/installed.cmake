# The engine, installed, is all that the examples need: they find it, build and run.
#
#     cmake -DBUILD=... -DSOURCE=... -DSCRATCH=... -DOPTIONS=... -P installed.cmake      BUILD: where the engine was built

function(run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "${ARGN}: ${output}")
  endif()
  set(output "${output}" PARENT_SCOPE)
endfunction()

file(REMOVE_RECURSE ${SCRATCH})
run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${SCRATCH}/prefix)
run(${CMAKE_COMMAND} -S ${SOURCE}/examples -B ${SCRATCH}/examples ${OPTIONS} -DCMAKE_PREFIX_PATH=${SCRATCH}/prefix)
run(${CMAKE_COMMAND} --build ${SCRATCH}/examples)
run(${SCRATCH}/examples/spiral)
if(NOT output MATCHES "after   0 epochs: cost 0\\..*the first point: predicted")
  message(FATAL_ERROR "The example should tell what it does: ${output}")
endif()

file(STRINGS ${SOURCE}/examples/spiral.cpp lines)
list(LENGTH lines count)
if(count GREATER_EQUAL 40)
  message(FATAL_ERROR "examples/spiral.cpp should have fewer than 40 lines, and has ${count}")
endif()
