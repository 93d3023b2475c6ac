"""The peer of throughput.mjs: the same properties with Hypothesis and mpmath.

Reads one JSON request a line, {"system": "rnn" | "softmax-attention" | "linear-attention", "cases": n}, and replies
{"seconds": s}: the time in which Hypothesis generated and checked so many cases.
"""

import json
import sys
from math import exp
from time import perf_counter

try:
    import mpmath
    from hypothesis import HealthCheck, given, settings
    from hypothesis import strategies as st
    from mpmath import mp, mpf
except ImportError as error:
    print(json.dumps({"absent": f"{error} for {sys.executable}"}), flush=True)
    sys.exit(0)

U = 2.0**-53
ETA = 2.0**-1074
STEPS, TOKENS, WIDTH = 16, 4, 4
mp.dps = 50

number = st.floats(-4, 4)
vector = st.lists(number, min_size=WIDTH, max_size=WIDTH)
matrix = st.lists(vector, min_size=TOKENS, max_size=TOKENS)


def gamma(n):
    return n * U / (1 - n * U)


def rnn(x):
    """h_t = x_t - h_{t-1} within u sum |h_t|."""
    h, sizes = 0.0, 0.0
    for value in x:
        h = value - h
        sizes += abs(h)
    exact = mpf(0)
    for value in x:
        exact = mpf(value) - exact
    assert abs(mpf(h) - exact) <= U * sizes * (1 + 2.0**-30)


def softmax_attention(q, k, v):
    """Two-pass attention within the bound B4."""
    for qi in q:
        scores = [sum(a * b for a, b in zip(qi, kj)) for kj in k]
        largest = max(scores)
        weights = [exp(s - largest) for s in scores]
        total = sum(weights)
        y = [sum(w * vj[c] for w, vj in zip(weights, v)) / total for c in range(WIDTH)]
        s = [sum(mpf(a) * mpf(b) for a, b in zip(qi, kj)) for kj in k]
        top = max(s)
        e = [mpmath.exp(sj - top) for sj in s]
        whole = sum(e)
        p = [float(ej / whole) for ej in e]
        errors = [gamma(WIDTH) * sum(abs(a * b) for a, b in zip(qi, kj)) + WIDTH * ETA for kj in k]
        eps = 2 * U
        tau = [errors[j] + U * (1 + U) * (float(top - s[j]) + errors[j] + max(errors)) + eps / (1 - eps)
               for j in range(TOKENS)]
        d = sum(p[j] * exp(-tau[j]) for j in range(TOKENS))
        rho, phi = gamma(TOKENS + 1), gamma(TOKENS - 1)
        for c in range(WIDTH):
            exact = sum(ej * mpf(vj[c]) for ej, vj in zip(e, v)) / whole
            near = float(exact)
            t1 = sum(p[j] * (exp(tau[j]) - 1) * abs(v[j][c] - near) for j in range(TOKENS)) / d
            m = sum(p[j] * exp(tau[j]) * abs(v[j][c]) for j in range(TOKENS)) / d
            bound = t1 + (rho * m + phi * (abs(near) + t1)) / (1 - phi)
            bound += 2 * ETA * (2 * sum(abs(vj[c]) for vj in v) + TOKENS * abs(near) + 3 * TOKENS + 3) + ETA
            assert abs(mpf(y[c]) - exact) <= bound * (1 + 2.0**-30)


def linear_attention(q, k, v):
    """sum_j <q_i, k_j> v_j within the bound B6."""
    for qi in q:
        for c in range(WIDTH):
            y = 0.0
            exact, size = mpf(0), 0.0
            for kj, vj in zip(k, v):
                y += sum(a * b for a, b in zip(qi, kj)) * vj[c]
                exact += sum(mpf(a) * mpf(b) for a, b in zip(qi, kj)) * mpf(vj[c])
                size += sum(abs(a * b * vj[c]) for a, b in zip(qi, kj))
            bound = gamma(TOKENS + WIDTH) * size
            bound += 2 * ETA * (WIDTH * sum(abs(vj[c]) for vj in v) + TOKENS * sum(map(abs, qi)) + 24)
            assert abs(mpf(y) - exact) <= bound * (1 + 2.0**-30)


PROPERTIES = {
    "rnn": (rnn, [st.lists(number, min_size=STEPS, max_size=STEPS)]),
    "softmax-attention": (softmax_attention, [matrix, matrix, matrix]),
    "linear-attention": (linear_attention, [matrix, matrix, matrix]),
}


def seconds(system, cases):
    check, strategies = PROPERTIES[system]
    run = settings(
        max_examples=cases, database=None, deadline=None, suppress_health_check=list(HealthCheck)
    )(given(*strategies)(check))
    start = perf_counter()
    run()
    return perf_counter() - start


for line in sys.stdin:
    request = json.loads(line)
    print(json.dumps({"seconds": seconds(request["system"], request["cases"]), "backend": mpmath.libmp.BACKEND}), flush=True)
