// How messages write numbers.
#include <limits>

#include "catch.h"
#include "engine/math/text.h"

using namespace glassbox;

TEST_CASE("numbers in messages are whole or have six figures, as people write them") {
  CHECK(text(0) == "0");
  CHECK(text(-1) == "-1");
  CHECK(text(0.1) == "0.1");
  CHECK(text(0.03) == "0.03");
  CHECK(text(-2.5) == "-2.5");
  CHECK(text(0.9999) == "0.9999");
  CHECK(text(0.999999) == "0.999999");
  CHECK(text(1.0 / 3) == "0.333333");
  CHECK(text(2e6) == "2000000");
  CHECK(text(4294967296.0) == "4294967296");
  CHECK(text(123456.7) == "123457");
  CHECK(text(999999.6) == "1000000");
  CHECK(text(0.001) == "0.001");
  CHECK(text(1e-8) == "1e-8");
  CHECK(text(1.5e-10) == "1.5e-10");
  CHECK(text(123456e9) == "123456000000000");
  CHECK(text(123456789012345.5) == "123457000000000");
  CHECK(text(1e15) == "1e15");
  CHECK(text(1e300) == "1e300");
  CHECK(text(std::numeric_limits<double>::max()) == "1.79769e308");
  CHECK(text(std::numeric_limits<double>::min()) == "2.22507e-308");
  CHECK(text(std::numeric_limits<double>::quiet_NaN()) == "NaN");
  CHECK(text(std::numeric_limits<double>::infinity()) == "Infinity");
  CHECK(text(-std::numeric_limits<double>::infinity()) == "-Infinity");
}
