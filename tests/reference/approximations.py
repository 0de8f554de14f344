"""
Makes the coefficients of engine/math/functions.h, highest power first, and prints how far each approximation is off.

    python3 approximations.py      needs mpmath (Debian: python3-mpmath)
"""

from mpmath import chebyfit, cos, exp, log, matrix, mp, mpf, nstr, pi, qr_solve, sqrt, tanh

mp.dps = 40


def exp_series(terms):
    """(e^r - 1 - r) / r^2 for |r| <= ln 2 / 2, as a polynomial of so many terms."""
    half = log(2) / 2 * mpf("1.0001")
    f = lambda r: (exp(r) - 1 - r) / r**2 if abs(r) > mpf("1e-8") else mpf(1) / 2 + r / 6 + r * r / 24
    return chebyfit(f, [-half, half], terms, error=True)


def tanh_rational(above, below, limit=mpf(8), points=80, rounds=25):
    """tanh(x) / x for |x| <= limit, as P(x^2) / Q(x^2) with Q(0) = 1; least squares of the relative error, weighted again
    and again (Lawson) until its largest is least."""
    nodes = [(limit * (1 - cos(pi * (i + mpf(1) / 2) / points)) / 2) ** 2 for i in range(points)]
    f = lambda y: tanh(sqrt(y)) / sqrt(y)
    value = lambda c, y: sum(each * y**k for k, each in enumerate(c))
    Q, weights, best = [mpf(1)] + [mpf(0)] * below, [mpf(1)] * points, None
    for _ in range(rounds):
        A, b = matrix(points, above + 1 + below), matrix(points, 1)
        for i, y in enumerate(nodes):
            scale = weights[i] / (value(Q, y) * f(y))
            for k in range(above + 1):
                A[i, k] = scale * y**k
            for k in range(1, below + 1):
                A[i, above + k] = -scale * f(y) * y**k
            b[i] = scale * f(y)
        x, _ = qr_solve(A, b)
        P, Q = [x[k] for k in range(above + 1)], [mpf(1)] + [x[above + k] for k in range(1, below + 1)]
        errors = [abs(value(P, y) / value(Q, y) / f(y) - 1) for y in nodes]
        worst = max(errors)
        if best is None or worst < best[0]:
            best = (worst, P[::-1], Q[::-1])
        weights = [w * sqrt(e / worst) + mpf("1e-6") for w, e in zip(weights, errors)]
    return best


def show(name, coefficients, error, digits):
    print(f"{name}, off by {nstr(error, 3)}:")
    print("  ", ", ".join(nstr(c, digits) for c in coefficients))


for name, terms, digits in [("exp in float64", 10, 19), ("exp in float32", 5, 12)]:
    coefficients, error = exp_series(terms)
    show(name, coefficients, error, digits)
error, P, Q = tanh_rational(4, 4)
show("tanh in float32, above", P, error, 9)
show("tanh in float32, below", Q, error, 9)
