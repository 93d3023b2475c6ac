"""NumPy: counterclaim conform "cmd:python3 examples/with_numpy.py"."""
import json
import sys

import numpy as np

np.seterr(all="ignore")
NAMED = {"NaN": np.nan, "Infinity": np.inf, "-Infinity": -np.inf, "-0": -0.0}


def matrix(rows):  # some numbers travel by name; without rows there is no width
    width = len(rows[0]) if rows else 0
    return np.array([[NAMED.get(x, x) for x in row] for row in rows], dtype=np.float64).reshape(len(rows), width)


def softmax_attention(q, k, v, scale=1, causal=False):
    scores = float(NAMED.get(scale, scale)) * (q @ k.T if len(q) else np.zeros((0, len(k))))
    scores = np.where(np.tri(*scores.shape, dtype=bool), scores, -np.inf) if causal else scores
    weights = np.exp(scores - scores.max(axis=1, keepdims=True))
    return weights @ v / weights.sum(axis=1, keepdims=True)


def written(x):
    return x if np.isfinite(x) else "NaN" if x != x else "Infinity" if x > 0 else "-Infinity"


for request in map(json.loads, sys.stdin):
    if request["cmd"] == "stop":
        break
    if request["cmd"] == "start":
        about = {"name": "NumPy " + np.__version__, "language": "python"}
        reply = {"version": 1, "implementation": about, "implements": ["softmaxAttention"]}
    else:
        args = request["args"]
        out = softmax_attention(*(matrix(args[name]) for name in "qkv"), **args["options"])
        reply = {"id": request["id"], "result": [[written(x) for x in row] for row in out.tolist()]}
    print(json.dumps(reply), flush=True)
