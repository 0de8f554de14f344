"""Prints the maximum-likelihood fits of one sigmoid neuron to the study hours and to the O-rings.

Run from anywhere, with any Python 3 and nothing else: python3 tests/reference/maximum_likelihood.py

Newton's method on the log-likelihood, in 50-digit decimal arithmetic, so that every printed digit
is right. The numbers are in maximum_likelihood_test.cpp. Source of the method: McCullagh and Nelder, Generalized
Linear Models (1989), section 4.4.
"""

import csv
from decimal import Decimal, getcontext
from pathlib import Path

getcontext().prec = 50
DATA = Path(__file__).parents[2] / 'web' / 'data'


def read(name):
    """The rows (x, y) of a table of one feature and a 0/1 target."""
    with open(DATA / f'{name}.csv', newline='') as file:
        rows = list(csv.reader(file))[1:]
    return [(Decimal(x), Decimal(y)) for x, y in rows]


def fit(rows):
    """B1, B0 and the mean cross-entropy at the maximum of the likelihood."""
    middle = sum(x for x, _ in rows) / len(rows)  # centred, so that the second derivatives are well conditioned
    b1 = b0 = Decimal(0)
    for _ in range(50):
        predictions = [1 / (1 + (-(b1 * (x - middle) + b0)).exp()) for x, _ in rows]
        g0 = sum(y - p for (_, y), p in zip(rows, predictions))
        g1 = sum((y - p) * (x - middle) for (x, y), p in zip(rows, predictions))
        h00 = sum(p * (1 - p) for p in predictions)
        h01 = sum(p * (1 - p) * (x - middle) for (x, _), p in zip(rows, predictions))
        h11 = sum(p * (1 - p) * (x - middle) ** 2 for (x, _), p in zip(rows, predictions))
        determinant = h00 * h11 - h01 * h01
        b1 += (h00 * g1 - h01 * g0) / determinant
        b0 += (h11 * g0 - h01 * g1) / determinant
    cost = -sum((p if y else 1 - p).ln() for (_, y), p in zip(rows, predictions)) / len(rows)
    return b1, b0 - b1 * middle, cost


def main():
    for name in ('study-hours', 'o-rings'):
        b1, b0, cost = fit(read(name))
        print(f'{name}: B1 {b1:.17g}, B0 {b0:.17g}, mean cross-entropy {cost:.17g}')


if __name__ == '__main__':
    main()
