"""
Makes the coefficients of engine/math/functions.h, highest power first, and prints how far each approximation is off.

    python3 approximations.py      needs mpmath (Debian: python3-mpmath)
"""

from mpmath import chebyfit, coth, log, mp, mpf, nstr, sqrt

mp.dps = 40


def coth_series(terms):
    """(r coth(r / 2) - 2) / r^2 for |r| <= ln 2 / 2, as a polynomial of so many terms in r^2."""
    end = (log(2) / 2 * mpf("1.0001")) ** 2
    f = lambda t: (sqrt(t) * coth(sqrt(t) / 2) - 2) / t if t > mpf("1e-8") else mpf(1) / 6 - t / 360
    return chebyfit(f, [0, end], terms, error=True)


def show(name, coefficients, error, digits):
    print(f"{name}, off by {nstr(error, 3)}:")
    print("  ", ", ".join(nstr(c, digits) for c in coefficients))


for name, terms, digits in [("r coth(r / 2) in float64", 5, 19), ("r coth(r / 2) in float32", 2, 12)]:
    coefficients, error = coth_series(terms)
    show(name, coefficients, error, digits)
