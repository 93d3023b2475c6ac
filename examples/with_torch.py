"""PyTorch: counterclaim conform "cmd:python3 examples/with_torch.py"."""
import json
import math
import sys

import torch

NAMED = {"NaN": math.nan, "Infinity": math.inf, "-Infinity": -math.inf, "-0": -0.0}


def matrix(rows):  # some numbers travel by name; without rows there is no width
    width = len(rows[0]) if rows else 0
    numbers = [float(NAMED.get(x, x)) for row in rows for x in row]
    return torch.tensor(numbers, dtype=torch.float64).reshape(len(rows), width)


def softmax_attention(q, k, v, scale=1, causal=False):
    scores = float(NAMED.get(scale, scale)) * (q @ k.T if len(q) else q.new_zeros(0, len(k)))
    if causal:
        scores = scores.masked_fill(~torch.ones_like(scores, dtype=torch.bool).tril(), -math.inf)
    return torch.softmax(scores, dim=1) @ v


def written(x):
    return x if math.isfinite(x) else "NaN" if x != x else "Infinity" if x > 0 else "-Infinity"


for request in map(json.loads, sys.stdin):
    if request["cmd"] == "stop":
        break
    if request["cmd"] == "start":
        about = {"name": "PyTorch " + torch.__version__, "language": "python"}
        reply = {"version": 1, "implementation": about, "implements": ["softmaxAttention"]}
    else:
        args = request["args"]
        out = softmax_attention(*(matrix(args[name]) for name in "qkv"), **args["options"])
        reply = {"id": request["id"], "result": [[written(x) for x in row] for row in out.tolist()]}
    print(json.dumps(reply), flush=True)
