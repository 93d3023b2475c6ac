#!/usr/bin/env python3
"""Writes oracle.json: values of the three systems, exp, sqrt and thresholds, computed with mpmath.

Nothing of counterclaim is used. Inputs are doubles, written as C99 hexadecimal so that they are exact; outputs are
rounded to 60 significant digits from values computed with at least 400. Run: python3 properties/vector/oracle.py
"""

import json
import math
import pathlib
import random
from decimal import ROUND_HALF_EVEN, Context, Decimal

from mpmath import exp, log, mp, mpf, sqrt

# The largest cancellation below is of values of 10^308 against results of 10^-16, or of 1 against e^-700.
mp.dps = 400
DIGITS = 60
draw = random.Random(20240314)

EPS = ["0.5", "0.1", "1e-3", "1e-6", "1e-12"]


def decimal(x):
    """The value rounded to 60 significant digits."""
    context = Context(prec=mp.dps + 60, Emax=10**9, Emin=-(10**9), rounding=ROUND_HALF_EVEN)
    sign, man, power, _ = mpf(x)._mpf_
    exact = context.multiply(Decimal(int(man)), context.power(Decimal(2), Decimal(int(power))))
    rounded = Context(prec=DIGITS, Emax=10**9, Emin=-(10**9), rounding=ROUND_HALF_EVEN).plus(exact)
    text = str(rounded.normalize(context))
    return "0" if man == 0 else ("-" if sign else "") + text


def hexed(value):
    """Doubles as hexadecimal, whatever the nesting."""
    return [hexed(v) for v in value] if isinstance(value, list) else float(value).hex()


def rounded(value):
    return [rounded(v) for v in value] if isinstance(value, list) else decimal(value)


def exact(value):
    """Doubles as mpf, exactly."""
    return [exact(v) for v in value] if isinstance(value, list) else mpf(value)


# Numbers of several grains: small integers, short dyadics, doubles.
def number(grain, size=4.0):
    if grain == "integer":
        return float(draw.randint(-int(size), int(size)))
    if grain == "dyadic":
        return draw.randint(-int(size * 64), int(size * 64)) / 64
    return draw.uniform(-size, size)


def matrix(rows, columns, grain, size=4.0):
    return [[number(grain, size) for _ in range(columns)] for _ in range(rows)]


# exp: powers of two and their neighbours, logarithms of short decimals (results next to a rounding boundary),
# both ends of the range of doubles, and far beyond it.
def exp_arguments():
    values = [0.0, 1.0, -1.0, 0.5, -0.5, 10.0, -10.0, 100.0, -100.0, 709.782712893384, -745.1332191019412]
    values += [1000.0, -1000.0, 1e4, -1e4, 123456.789, -123456.789, 5e-324, -5e-324, 2.2250738585072014e-308]
    for k in list(range(-60, 10, 3)):
        for near in (2.0**k, math.nextafter(2.0**k, math.inf), math.nextafter(2.0**k, 0)):
            values += [near, -near]
    for digits in range(1, 6):
        for _ in range(6):
            c = draw.randint(10 ** (digits - 1), 10**digits - 1) / 10**digits
            root = float(log(mpf(c) * (1 + mpf(10) ** -draw.randint(8, 16))))
            values += [root, math.nextafter(root, 1)]
    for size in (1e-3, 1.0, 30.0, 700.0):
        values += [number("double", size) for _ in range(20)]
    for k in range(1, 12):
        values.append(float(k * log(mpf(2))))
    return values


# sqrt: perfect squares and their neighbours, roots next to rounding boundaries, ends of the range.
def sqrt_arguments():
    values = [0.0, 1.0, 2.0, 3.0, 4.0, 0.25, 5e-324, 1e-323, 2.2250738585072014e-308, 1.7976931348623157e308]
    for _ in range(20):
        root = float(draw.randint(1, 2**26))
        values += [root * root, math.nextafter(root * root, math.inf), math.nextafter(root * root, 0)]
    values += [draw.uniform(0, 4) for _ in range(20)]
    values += [math.ldexp(draw.uniform(1, 4), draw.randint(-1070, 1020)) for _ in range(30)]
    return values


def final_state(x, h0):
    h = mpf(h0)
    for value in x:
        h = mpf(value) - h
    return h


def sequences():
    yield [], 0.0
    yield [], -1.5
    yield [0.0, 1.0], 0.0
    yield [1.0, 2.0, 3.0], 0.0
    yield [0.1, 0.2, 0.3], 0.6
    yield [0.1, 0.1], 5e-324
    yield [1e300, 1e-300], 1e300
    yield [1e16, 1.0, 1e16], 0.5
    yield [-(2.0**53 + 2), 2.0**53, 2.0**53 - 1, -(2.0**53 + 2)], 0.0
    for grain in ("integer", "dyadic", "double"):
        for length in (1, 2, 3, 4, 5, 7, 8, 12):
            size = 1.0 if grain == "integer" else 0.25
            yield [number(grain, size) for _ in range(length)], number(grain, size)


def recurrence():
    for x, h0 in sequences():
        h = final_state(x, h0)
        row = {"x": hexed(x), "h0": hexed(h0), "state": decimal(h)}
        # 1 + e^-z holds no digit of e^-z beyond 400 digits; larger states have no decimal of their own here.
        if abs(1000 * h) < 800:
            row["output"] = decimal(1 / (1 + exp(-1000 * h)))
        yield row


def dot(u, v):
    return sum((a * b for a, b in zip(u, v)), mpf(0))


def softmax_attention(q, k, v, scale, causal):
    q, k, v = exact(q), exact(k), exact(v)
    result = []
    for i, query in enumerate(q):
        seen = range(min(i + 1, len(k)) if causal else len(k))
        weights = [exp(mpf(scale) * dot(query, k[j])) for j in seen]
        total = sum(weights)
        result.append([sum(weights[j] * v[j][c] for j in seen) / total for c in range(len(v[0]))])
    return result


def softmax_cases():
    shapes = [(1, 1, 1, 1), (2, 2, 2, 2), (3, 3, 4, 2), (2, 4, 1, 3), (4, 2, 2, 1), (3, 5, 3, 2), (4, 4, 2, 3)]
    for n, m, dk, dv in shapes:
        for grain in ("integer", "dyadic", "double"):
            for causal in (False, True):
                scale = draw.choice([1.0, 0.5, -1.0, 0.7071067811865476])
                yield n, m, dk, dv, grain, 2.0, scale, causal
    for size in (20.0, 30.0, 1e-3):
        for causal in (False, True):
            yield 3, 4, 2, 2, "double", size, 1.0, causal
    yield 2, 3, 0, 2, "double", 1.0, 1.0, False
    yield 2, 3, 2, 2, "double", 1.0, 0.0, False


def softmax():
    for n, m, dk, dv, grain, size, scale, causal in softmax_cases():
        q, k, v = matrix(n, dk, grain, size), matrix(m, dk, grain, size), matrix(m, dv, grain)
        yield {
            "q": hexed(q), "k": hexed(k), "v": hexed(v), "scale": hexed(scale), "causal": causal,
            "result": rounded(softmax_attention(q, k, v, scale, causal)),
        }


def feature(name, x):
    return x if name == "identity" else x + 1 if x > 0 else exp(x)


def linear_attention(q, k, v, causal, normalize, name):
    q, k, v = exact(q), exact(k), exact(v)
    q = [[feature(name, x) for x in row] for row in q]
    k = [[feature(name, x) for x in row] for row in k]
    result = []
    for i, query in enumerate(q):
        seen = range(min(i + 1, len(k)) if causal else len(k))
        weights = [dot(query, k[j]) for j in seen]
        total = sum(weights) if normalize else mpf(1)
        # A row without a value is left out: the caller draws again.
        if total == 0:
            return None
        result.append([sum(weights[j] * v[j][c] for j in seen) / total for c in range(len(v[0]))])
    return result


def linear():
    shapes = [(1, 1, 1, 1), (3, 3, 2, 2), (2, 4, 3, 1), (4, 2, 1, 3)]
    for name in ("identity", "elu1"):
        for normalize in (False, True):
            for causal in (False, True):
                for n, m, dk, dv in shapes:
                    for grain in ("integer", "double"):
                        result = None
                        while result is None:
                            q, k, v = matrix(n, dk, grain), matrix(m, dk, grain), matrix(m, dv, grain)
                            result = linear_attention(q, k, v, causal, normalize, name)
                        yield {
                            "q": hexed(q), "k": hexed(k), "v": hexed(v), "causal": causal,
                            "normalize": normalize, "featureMap": name, "result": rounded(result),
                        }


def least_growth(eps, row, count):
    """The least u = e^(c beta^2) >= 1 with 1 - W_ii <= eps; the quantity decreases in u."""
    if row == 1 or row == 3:
        # Scores 2B, 0, B: (1 + u)/(1 + u + u^2) <= eps, a quadratic in u.
        return (1 - eps + sqrt((1 - eps) ** 2 + 4 * eps * (1 - eps))) / (2 * eps)
    # One score B against count - 1 of zero.
    return (count - 1) * (1 - eps) / eps


def threshold(growth, scale):
    return sqrt(log(growth) / scale) if growth > 1 else mpf(0)


def thresholds():
    for scale in (1.0, 0.5):
        for row in (1, 2, 3):
            for eps in EPS:
                beta = threshold(least_growth(mpf(eps), row, 3), mpf(scale))
                yield {"tokens": "write-up", "row": row, "scale": hexed(scale), "eps": eps, "beta": decimal(beta)}
    for count in (2, 3, 4, 5, 8, 16):
        for eps in EPS:
            beta = threshold(least_growth(mpf(eps), 2, count), mpf(1))
            yield {"tokens": "orthogonal", "count": count, "eps": eps, "beta": decimal(beta)}


def pairs(function, values):
    for x in sorted(set(values)):
        yield {"x": hexed(x), "value": decimal(function(mpf(x)))}


def main():
    sections = {
        "exp": pairs(exp, exp_arguments()),
        "sqrt": pairs(sqrt, sqrt_arguments()),
        "recurrence": recurrence(),
        "softmax": softmax(),
        "linear": linear(),
        "thresholds": thresholds(),
    }
    lines = []
    for name, rows in sections.items():
        body = ",\n".join(json.dumps(row, separators=(",", ":")) for row in rows)
        lines.append(f'"{name}":[\n{body}\n]')
    text = '{"digits":60,\n' + ",\n".join(lines) + "}\n"
    pathlib.Path(__file__).with_name("oracle.json").write_text(text, encoding="ascii")


if __name__ == "__main__":
    main()
