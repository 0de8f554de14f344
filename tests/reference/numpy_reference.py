"""Writes numpy_reference.h: NumPy's percentiles of fixed numbers, for the engine's tests.

Run on Debian 12 or newer, from anywhere:

    apt-get install --no-install-recommends python3-numpy
    /usr/bin/python3 tests/reference/numpy_reference.py

The header beside this script is committed, so the tests need no Python; the script is run again only when a case
is added. Nothing is random: numbers are rounded sines, so every run writes the same file. Numbers have 17 significant
digits, which name a float64 exactly.
"""

import math
from pathlib import Path

import numpy as np

SHARES = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1]


def waves(count, stride):
    """Numbers between -1 and 1 that are different each time but the same in every run."""
    return [round(math.sin(stride * i), 3) for i in range(count)]


# Odd and even counts, where quartiles fall on a number and between two; ties; very different sizes.
CASES = {
    'one': [0.125],
    'two': [3.5, -1.25],
    'five': waves(5, 2.3),
    'eight': waves(8, 1.7),
    'twenty': waves(20, 2.9),
    'ties': [round(value, 0) for value in waves(11, 1.3)],
    'sizes': [10.0 ** power for power in (-8, 3, 0, -2, 6, 12)],
}


def braces(values):
    return '{' + ', '.join(f'{float(value):.17g}' for value in values) + '}'


def row(name, values):
    quantiles = np.percentile(values, [100 * share for share in SHARES], method='linear')
    return f'    {{"{name}", {braces(values)},\n     {braces(quantiles)}}},\n'


body = f"""/// What NumPy {np.__version__} finds with percentile, method 'linear'. Written by numpy_reference.py: do not edit.
#pragma once

#include <string>
#include <vector>

namespace reference {{

inline const std::vector<double> shares = {braces(SHARES)};

/// Numbers, and their quantiles at those shares.
struct Quantiles {{
  std::string name;
  std::vector<double> values, quantiles;
}};

// clang-format off
inline const std::vector<Quantiles> quantiles = {{
{''.join(row(name, values) for name, values in CASES.items())}}};
// clang-format on

}}  // namespace reference
"""
Path(__file__).with_suffix('.h').write_text(body)
