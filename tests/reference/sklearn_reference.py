"""Writes sklearn_reference.h: what scikit-learn measures of fixed predictions, for the engine's tests.

Run on Debian 12 or newer, from anywhere:

    apt-get install --no-install-recommends python3-sklearn
    /usr/bin/python3 tests/reference/sklearn_reference.py

The header beside this script is committed, so the tests need no Python; the script is run again only when a case
is added. Nothing is random: predictions are rounded sines, so every run writes the same file. Numbers have 17
significant digits, which name a float64 exactly.

scikit-learn puts 0 (or 1, as zero_division says) where a measure divides by zero. What depends on that choice is NaN
here, and means over classes are over those for which the measure is defined.
"""

import math
from pathlib import Path

import numpy as np
import sklearn
from sklearn.calibration import calibration_curve
from sklearn.metrics import (accuracy_score, confusion_matrix, mean_absolute_error, mean_squared_error,
                             precision_recall_fscore_support, r2_score, roc_auc_score, roc_curve)

BINS = 10


def waves(count, stride, shift=0.0):
    """Numbers between -1 and 1 that are different each time but the same in every run."""
    return np.array([round(math.sin(stride * i + shift), 3) for i in range(count)])


def classes_of(count, classes, stride, agreement, only=None):
    """What is, and what it was taken for: `agreement` of 10 rows are right; `only` classes are ever predicted."""
    actual = np.array([(i * i + i // 3) % classes for i in range(count)])
    shifted = (actual + 1 + (np.arange(count) * stride) % (classes - 1)) % classes
    predicted = np.where((np.arange(count) * 7) % 10 < agreement, actual, shifted)
    return actual, predicted if only is None else predicted % only


# Scores for class 1: well apart; with many ties, by one decimal; most rows of class 0, and scores near 0 and 1.
TWO = {
    'well apart': ((waves(40, 2.3) > 0).astype(int), np.clip(0.5 + 0.35 * waves(40, 2.3) + 0.2 * waves(40, 5.1), 0, 1)),
    'ties': ((waves(60, 1.7) > -0.2).astype(int), np.round(0.5 + 0.2 * waves(60, 1.7) + 0.3 * waves(60, 3.3), 1)),
    'few of class 1': ((waves(120, 0.9) > 0.9).astype(int), np.clip((waves(120, 0.9, 0.4) + 1) / 2, 0, 1) ** 3),
}

# Three classes; four, of which one is never predicted; ten.
SEVERAL = {
    'three': (3, *classes_of(30, 3, 1, 7)),
    'one never predicted': (4, *classes_of(50, 4, 2, 6, only=3)),
    'ten': (10, *classes_of(200, 10, 3, 8)),
}

# A good fit; worse than the mean; amounts of five digits.
AMOUNTS = {
    'good': (3 * waves(25, 1.1), 3 * waves(25, 1.1) + 0.3 * waves(25, 4.7)),
    'worse than the mean': (waves(20, 2.9), 2 * waves(20, 0.7)),
    'grams': (4200 + 800 * waves(35, 1.9), 4150 + 700 * waves(35, 1.9, 0.1)),
}


def number(value):
    return 'NAN' if math.isnan(value) else 'INFINITY' if math.isinf(value) else f'{value:.17g}'


def braces(values):
    return '{' + ', '.join(number(float(value)) for value in values) + '}'


def whole(values):
    return '{' + ', '.join(str(int(value)) for value in values) + '}'


def two(name, actual, scores):
    rates = roc_curve(actual, scores, drop_intermediate=False)
    share, mean = calibration_curve(actual, scores, n_bins=BINS)
    edges = np.linspace(0, 1, BINS + 1)[1:-1]
    counts = np.bincount(np.searchsorted(edges, scores), minlength=BINS)
    counts = counts[counts > 0]
    error = float(np.sum(counts / len(scores) * np.abs(mean - share)))
    parts = [whole(actual), braces(scores), braces(rates[0]), braces(rates[1]), number(roc_auc_score(actual, scores)),
             whole(counts), braces(mean), braces(share), number(error)]
    return f'    {{"{name}",\n     ' + ',\n     '.join(parts) + '},\n'


def several(name, classes, actual, predicted):
    labels = list(range(classes))
    confusion = confusion_matrix(actual, predicted, labels=labels)
    measure = lambda value: precision_recall_fscore_support(actual, predicted, labels=labels, zero_division=value)
    scores = [np.where(low == high, low, np.nan) for low, high in zip(measure(0)[:3], measure(1)[:3])]
    parts = [str(classes), whole(actual), whole(predicted), whole(confusion.ravel()), *map(braces, scores),
             braces([np.nanmean(one) for one in scores]), number(accuracy_score(actual, predicted))]
    return f'    {{"{name}",\n     ' + ',\n     '.join(parts) + '},\n'


def amounts(name, actual, predicted):
    parts = [braces(actual), braces(predicted), number(r2_score(actual, predicted)),
             number(mean_absolute_error(actual, predicted)), number(math.sqrt(mean_squared_error(actual, predicted)))]
    return f'    {{"{name}",\n     ' + ',\n     '.join(parts) + '},\n'


def table(comment, declaration, rows):
    return f'/// {comment}\ninline const std::vector<{declaration} {{\n{"".join(rows)}}};\n\n'


HEAD = f"""/// What scikit-learn {sklearn.__version__} measures. Written by sklearn_reference.py: do not edit.
#pragma once

#include <cmath>
#include <string>
#include <vector>

namespace reference {{

/// Scores for class 1, with the ROC curve, its area, and the calibration in {BINS} bins, of which only those with rows.
struct TwoClasses {{
  std::string name;
  std::vector<int> actual;
  std::vector<double> scores, falsePositiveRates, truePositiveRates;
  double area;
  std::vector<long> binCounts;
  std::vector<double> meanPredicted, share;
  double calibrationError;
}};

/// Predicted classes, with what is counted and measured of them; `macro`: precision, recall, F1.
struct SeveralClasses {{
  std::string name;
  int classes;
  std::vector<int> actual, predicted;
  std::vector<long> confusion;
  std::vector<double> precision, recall, f1, macro;
  double accuracy;
}};

/// Predicted amounts.
struct Amounts {{
  std::string name;
  std::vector<double> actual, predicted;
  double r2, meanAbsolute, rootMeanSquare;
}};

// clang-format off
"""

body = HEAD
body += table('Two classes.', 'TwoClasses> twoClasses', [two(name, *one) for name, one in TWO.items()])
body += table('Several classes.', 'SeveralClasses> severalClasses', [several(name, *one) for name, one in SEVERAL.items()])
body += table('Amounts.', 'Amounts> amounts', [amounts(name, *one) for name, one in AMOUNTS.items()])
Path(__file__).with_suffix('.h').write_text(body + '// clang-format on\n\n}  // namespace reference\n')
