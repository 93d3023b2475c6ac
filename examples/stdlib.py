"""Python's standard library: counterclaim conform "cmd:python3 examples/stdlib.py"."""
import json
import math
import sys

NAMED = {"NaN": math.nan, "Infinity": math.inf, "-Infinity": -math.inf, "-0": -0.0}


def read(value):  # an integer is a double that was short to write; some numbers travel by name
    return [read(entry) for entry in value] if isinstance(value, list) else float(NAMED.get(value, value))


def softmax_attention(q, k, v, scale=1.0, causal=False):
    for i, query in enumerate(q):
        scores = [scale * sum(a * b for a, b in zip(query, key)) for key in (k[: i + 1] if causal else k)]
        top = max(scores)
        weights = [math.exp(score - top) for score in scores]
        yield [sum(w * row[c] for w, row in zip(weights, v)) / sum(weights) for c in range(len(v[0]))]


def written(x):
    return x if math.isfinite(x) else "NaN" if x != x else "Infinity" if x > 0 else "-Infinity"


def answer(id, args):
    options = args["options"]
    q, k, v = (read(args[name]) for name in "qkv")
    out = softmax_attention(q, k, v, read(options.get("scale", 1)), options.get("causal", False))
    return {"id": id, "result": [[written(x) for x in row] for row in out]}


for request in map(json.loads, sys.stdin):
    if request["cmd"] == "stop":
        break
    if request["cmd"] == "start":
        about = {"name": "stdlib", "language": "python"}
        reply = {"version": 1, "implementation": about, "implements": ["softmaxAttention"]}
    else:
        reply = answer(request["id"], request["args"])
    print(json.dumps(reply), flush=True)
