"""numpy or torch as a resident worker; the protocol is that of serve.mjs. Usage: python3 python.py numpy|torch [fused]"""

import json
import os
import sys
from time import perf_counter

THREADS = os.environ.get("BENCH_THREADS", "1")
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = THREADS

library = sys.argv[1]
# One kernel for all of attention, instead of its parts one by one.
is_fused = sys.argv[2:] == ["fused"]
try:
    import numpy as np

    if library == "torch":
        import torch

        torch.set_num_threads(int(THREADS))
        torch.set_grad_enabled(False)
    absent = None
except ImportError as error:
    absent = str(error) + f" for {sys.executable}"


def load(path, work, rows, columns):
    dtype = np.float64 if work["format"] == "binary64" else np.float32
    array = np.fromfile(path, dtype=dtype)
    return array.reshape(rows, columns) if columns else array


def attention_numpy(q, k, v):
    s = q @ k.T
    s -= s.max(axis=1, keepdims=True)
    np.exp(s, out=s)
    s /= s.sum(axis=1, keepdims=True)
    return s @ v


def chunked_numpy(q, k, v, chunk):
    """All chunks at once by batched products; the state before each chunk is a sum over those before."""
    count = len(q) // chunk
    qc, kc, vc = (a[: count * chunk].reshape(count, chunk, -1) for a in (q, k, v))
    states = kc.transpose(0, 2, 1) @ vc
    before = np.cumsum(states, axis=0) - states
    y = np.tril(qc @ kc.transpose(0, 2, 1)) @ vc + qc @ before
    return y.reshape(count * chunk, -1)


def looped_numpy(q, k, v, chunk):
    """Chunk by chunk, so that everything stays in cache."""
    y = np.empty((len(q), v.shape[1]), q.dtype)
    state = np.zeros((q.shape[1], v.shape[1]), q.dtype)
    mask = np.tril(np.ones((chunk, chunk), q.dtype))
    for t in range(0, len(q), chunk):
        qc, kc, vc = q[t : t + chunk], k[t : t + chunk], v[t : t + chunk]
        s = qc @ kc.T
        s *= mask[: len(qc), : len(qc)]
        y[t : t + chunk] = s @ vc + qc @ state
        state += kc.T @ vc
    return y


def chunked_torch(q, k, v, chunk):
    count = len(q) // chunk
    qc, kc, vc = (a[: count * chunk].reshape(count, chunk, -1) for a in (q, k, v))
    states = kc.transpose(1, 2) @ vc
    before = torch.cumsum(states, 0) - states
    y = torch.tril(qc @ kc.transpose(1, 2)) @ vc + qc @ before
    return y.reshape(count * chunk, -1)


def looped_torch(q, k, v, chunk):
    y = torch.empty((len(q), v.shape[1]), dtype=q.dtype)
    state = torch.zeros((q.shape[1], v.shape[1]), dtype=q.dtype)
    mask = torch.tril(torch.ones((chunk, chunk), dtype=q.dtype))
    for t in range(0, len(q), chunk):
        qc, kc, vc = q[t : t + chunk], k[t : t + chunk], v[t : t + chunk]
        y[t : t + chunk] = (qc @ kc.T * mask[: len(qc), : len(qc)]) @ vc + qc @ state
        state += kc.T @ vc
    return y


def fastest(forms, q, k, v):
    """The fastest of some chunked forms over some chunks, by one run of each after a warm-up."""
    best = None
    for form in forms:
        for chunk in (16, 32, 64, 128, 256):
            if len(q) % chunk:
                continue
            form(q, k, v, chunk)
            start = perf_counter()
            form(q, k, v, chunk)
            seconds = perf_counter() - start
            if best is None or seconds < best[0]:
                best = seconds, form, chunk
    return best[1], best[2]


def states_numpy(x, signs):
    """h_t = sign_t (sum of the signed inputs up to t)."""
    h = np.cumsum(x * signs)
    h *= signs
    return h


def contestant(work):
    kind = work["kind"]
    files = work["files"]
    if kind in ("recurrence", "states"):
        if library == "torch":
            return None
        x = load(files["x"], work, 0, 0)
        signs = np.where((len(x) - 1 - np.arange(len(x))) % 2 == 0, 1.0, -1.0).astype(x.dtype)
        if kind == "recurrence":
            return lambda: np.array([[np.dot(x, signs)]])
        alternating = np.where(np.arange(len(x)) % 2 == 0, 1.0, -1.0).astype(x.dtype)
        return lambda: states_numpy(x, alternating).reshape(-1, 1)
    q, k, v = (load(files[name], work, work[rows], work[columns]) for name, rows, columns in
               (("q", "n", "dk"), ("k", "m", "dk"), ("v", "m", "dv")))
    if library == "torch":
        q, k, v = (torch.from_numpy(a) for a in (q, k, v))
    if kind == "attention":
        if library == "numpy":
            return lambda: attention_numpy(q, k, v)
        if is_fused:
            fused = getattr(torch.nn.functional, "scaled_dot_product_attention", None) or getattr(
                torch.nn.functional, "_scaled_dot_product_attention", None)
            if fused is None:
                return None
            # It divides the scores by sqrt(dk).
            scaled = (q * work["dk"] ** 0.5)[None, None]

            def run():
                result = fused(scaled, k[None, None], v[None, None])
                return (result[0] if isinstance(result, tuple) else result)[0, 0]

            return run
        return lambda: torch.softmax(q @ k.T, 1) @ v
    if kind == "linear":
        return lambda: q @ (k.T @ v)
    if kind == "quadratic":
        return lambda: (q @ k.T) @ v
    if kind == "causal linear":
        forms = (chunked_torch, looped_torch) if library == "torch" else (chunked_numpy, looped_numpy)
        form, chunk = fastest(forms, q, k, v)
        return lambda: form(q, k, v, chunk)
    return None


def main():
    run, result = None, None
    for line in sys.stdin:
        request = json.loads(line)
        try:
            if request["op"] == "prepare":
                run = None if absent else contestant(request["work"])
                if absent:
                    reply = {"absent": absent}
                elif run is None:
                    reply = {"absent": f"does not do {request['work']['kind']}"}
                else:
                    reply = {"ready": True, "version": sys.modules[library].__version__}
            elif request["op"] == "time":
                start = perf_counter()
                for _ in range(request["repeats"]):
                    result = run()
                reply = {"seconds": (perf_counter() - start) / request["repeats"]}
            else:
                values = [[float(entry) for entry in result[i]] for i in request["rows"]]
                reply = {"values": values}
        except Exception as error:
            reply = {"absent": f"{type(error).__name__}: {error}"}
        print(json.dumps(reply), flush=True)


main()
