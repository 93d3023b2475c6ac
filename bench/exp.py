"""The other side of exp.mjs: answers requests, one JSON object a line, with mpmath.

{"set": name, "digits": d, "args": [[mantissa, exponent], ...]}  mantissas in hexadecimal; keeps the arguments
{"time": name, "from": i, "to": j} -> {"seconds": s}   one batch of mpmath.exp over arguments i to j
{"values": name} -> {"values": [[mantissa, exponent], ...]}
"""

import gc
import json
import sys
from time import perf_counter

try:
    import mpmath
    from mpmath import libmp, mp
except ImportError:
    print(json.dumps({"error": "mpmath is not installed for " + sys.executable}), flush=True)
    sys.exit(0)

sets = {}


def batch(digits, args):
    mp.dps = digits
    exp = mpmath.exp
    start = perf_counter()
    for x in args:
        exp(x)
    return perf_counter() - start


def answer(request):
    if "set" in request:
        mp.dps = request["digits"]
        args = [mpmath.mpf((int(m, 16), e)) for m, e in request["args"]]
        sets[request["set"]] = request["digits"], args
        return {"bits": mp.prec}
    if "time" in request:
        digits, args = sets[request["time"]]
        return {"seconds": batch(digits, args[request["from"] : request["to"]])}
    digits, args = sets[request["values"]]
    mp.dps = digits
    return {"values": [[hex(int(y.man)), int(y.exp)] for y in map(mpmath.exp, args)]}


gc.disable()
print(json.dumps({"mpmath": mpmath.__version__, "backend": libmp.BACKEND}), flush=True)
for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)
