"""
Makes the coefficients of engine/math/functions.h, highest power first, and prints how far each approximation is off.

    python3 approximations.py      needs mpmath (Debian: python3-mpmath)
"""

from mpmath import atanh, chebyfit, cos, coth, erfc, exp, log, matrix, mp, mpf, nstr, pi, qr_solve, sqrt

mp.dps = 40


def coth_series(terms):
    """(r coth(r / 2) - 2) / r^2 for |r| <= ln 2 / 2, as a polynomial of so many terms in r^2."""
    end = (log(2) / 2 * mpf("1.0001")) ** 2
    f = lambda t: (sqrt(t) * coth(sqrt(t) / 2) - 2) / t if t > mpf("1e-8") else mpf(1) / 6 - t / 360
    return chebyfit(f, [0, end], terms, error=True)


def atanh_series(terms):
    """atanh(s) / s for 0 <= s <= 1 / 3, as a polynomial of so many terms in s^2."""
    f = lambda t: atanh(sqrt(t)) / sqrt(t) if t > mpf("1e-12") else 1 + t / 3
    return chebyfit(f, [0, mpf(1) / 9 * mpf("1.0001")], terms, error=True)


def normal_rational(above, below, limit, points=60, rounds=12):
    """e^(x^2 / 2) times the normal distribution function at -x for 0 <= x <= limit, as P(x) / Q(x) with Q(0) = 1; least
    squares of the relative error, weighted again and again (Lawson) until its largest is least."""
    nodes = [limit * (1 - cos(pi * (i + mpf(1) / 2) / points)) / 2 for i in range(points)]
    wanted = [exp(x * x / 2) * erfc(x / sqrt(2)) / 2 for x in nodes]
    value = lambda c, x: sum(each * x**k for k, each in enumerate(c))
    Q, weights, best = [mpf(1)] + [mpf(0)] * below, [mpf(1)] * points, None
    for _ in range(rounds):
        A, b = matrix(points, above + 1 + below), matrix(points, 1)
        for i, x in enumerate(nodes):
            scale = weights[i] / (value(Q, x) * wanted[i])
            for k in range(above + 1):
                A[i, k] = scale * x**k
            for k in range(1, below + 1):
                A[i, above + k] = -scale * wanted[i] * x**k
            b[i] = scale * wanted[i]
        c, _ = qr_solve(A, b)
        P, Q = [c[k] for k in range(above + 1)], [mpf(1)] + [c[above + k] for k in range(1, below + 1)]
        errors = [abs(value(P, x) / value(Q, x) / w - 1) for x, w in zip(nodes, wanted)]
        worst = max(errors)
        if best is None or worst < best[0]:
            best = (worst, P[::-1], Q[::-1])
        weights = [w * sqrt(e / worst) + mpf("1e-6") for w, e in zip(weights, errors)]
    return best


def show(name, coefficients, error, digits):
    print(f"{name}, off by {nstr(error, 3)}:")
    print("  ", ", ".join(nstr(c, digits) for c in coefficients))


for precision, digits, coth_terms, atanh_terms, above, limit in [("float64", 19, 5, 10, 8, 8.5), ("float32", 11, 2, 5, 4, 7)]:
    show(f"r coth(r / 2) in {precision}", *coth_series(coth_terms), digits)
    show(f"atanh in {precision}", *atanh_series(atanh_terms), digits)
    error, P, Q = normal_rational(above, above + 1, mpf(limit))
    show(f"normal in {precision}, above", P, error, digits)
    show(f"normal in {precision}, below", Q, error, digits)
