#!/usr/bin/env python3
"""Rechecks every witness file of a folder, with exact fractions and no code of the program that wrote them.
usage: python3 recheck.py FOLDER        exit 0: all hold, 1: one does not, 2: usage"""
import ast, json, re, sys
from fractions import Fraction as F
from functools import reduce
from math import isqrt
from pathlib import Path

FORMATS = {'binary64': (53, 1023), 'binary32': (24, 127), 'binary16': (11, 15), 'bfloat16': (8, 127)}
REFUTES = {'=': 'less greater', '!=': 'equal', '<': 'equal greater', '<=': 'greater', '>': 'less equal', '>=': 'less'}
def need(holds, what):
    if not holds: raise ValueError(what)
def size(x): return abs(x.numerator).bit_length() - x.denominator.bit_length()  # 2^(size - 1) < |x| < 2^(size + 1)
def cut(x, bits, up):  # at least `bits` significant bits, rounded down or up; short fractions stay exact
    if max(abs(x.numerator), x.denominator).bit_length() <= bits: return x
    unit = F(2) ** (size(x) - bits - 1)
    return (-(-x // unit) if up else x // unit) * unit
def exp_between(x, bits):
    if x <= 0: return (F(1), F(1)) if x == 0 else tuple(1 / end for end in reversed(exp_between(-x, bits)))
    halvings = max(0, size(x) + 2)  # then x / 2^halvings < 1/2, and each term is less than half of the one before
    work = bits + 2 * halvings + 32
    low, high = (cut(x / 2 ** halvings, work, up) for up in (False, True))
    n, below, above, first, last = 0, F(1), F(1), F(1), F(1)
    while last > F(2) ** -work:
        n += 1
        first, last = cut(first * low / n, work, False), cut(last * high / n, work, True)
        below, above = below + first, above + last
    above += last  # all terms left out
    for _ in range(halvings): below, above = cut(below * below, work, False), cut(above * above, work, True)
    return below, above
def sqrt_between(x, bits):
    exact = F(isqrt(x.numerator), isqrt(x.denominator))
    if exact * exact == x: return exact, exact
    shift = 2 * bits + 2 * abs(size(x)) + 2
    root = isqrt((x.numerator << 2 * shift) // x.denominator)
    return F(root, 1 << shift), F(root + 1, 1 << shift)
class Intervals:  # pairs of fractions that enclose the value; equal ends are the value
    def __init__(self, bits): self.bits = bits
    def of(self, ends): return cut(min(ends), self.bits, False), cut(max(ends), self.bits, True)
    def number(self, x): return x, x
    def Add(self, a, b): return self.of([a[0] + b[0], a[1] + b[1]])
    def Sub(self, a, b): return self.of([a[0] - b[1], a[1] - b[0]])
    def Mult(self, a, b): return self.of([x * y for x in a for y in b])
    def Div(self, a, b): return need(b[0] > 0 or b[1] < 0, 'a divisor may be 0') or self.of([x / y for x in a for y in b])
    def exp(self, a): return self.of([exp_between(a[0], self.bits)[0], exp_between(a[1], self.bits)[1]])
    def sqrt(self, a): return self.of([sqrt_between(a[0], self.bits)[0], sqrt_between(a[1], self.bits)[1]])
class Rounded:  # numbers of a format: every result is rounded to nearest, ties to even
    def __init__(self, precision, top): self.precision, self.top = precision, top
    def number(self, x):
        if x == 0: return x
        exponent = size(x) if abs(x) >= F(2) ** size(x) else size(x) - 1
        unit = F(2) ** (max(exponent, 1 - self.top) - self.precision + 1)
        need(abs(rounded := round(x / unit) * unit) < F(2) ** (self.top + 1), 'overflow')
        return rounded
    def Add(self, a, b): return self.number(a + b)
    def Sub(self, a, b): return self.number(a - b)
    def Mult(self, a, b): return self.number(a * b)
    def Div(self, a, b): return need(b != 0, 'a divisor is zero') or self.number(a / b)
    def between(self, ends, bits=80):
        low, high = (self.number(end) for end in ends(bits))
        return low if low == high else self.between(ends, 2 * bits)
    def exp(self, a): return self.between(lambda bits: exp_between(a, bits))
    def sqrt(self, a): return self.between(lambda bits: sqrt_between(a, bits))
def evaluate(text, a, inputs):
    def of(node):
        if isinstance(node, ast.Name): return a.number(inputs[node.id])
        spelled = ast.get_source_segment(text, node)  # 1/3 is one number, 1 / 3 is a quotient
        if re.fullmatch(r'\d+(\.\d+)?(e[-+]?\d+)?|\d+/\d+', spelled): return a.number(F(spelled))
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub): return a.Sub(a.number(F(0)), of(node.operand))
        if isinstance(node, ast.Call) and node.func.id in ('exp', 'sqrt'): return getattr(a, node.func.id)(of(node.args[0]))
        if isinstance(node.op, ast.Pow): return reduce(a.Mult, [of(node.left)] * node.right.value, a.number(F(1)))
        return getattr(a, type(node.op).__name__)(of(node.left), of(node.right))
    return of(ast.parse(text, mode='eval').body)
def check(file):
    need((file['format'], file['version']) == ('counterclaim-witness', 1), 'no witness file of version 1')
    inputs = {name: F(float(given['decimal'])) for name, given in file['inputs'].items()}
    for name, given in file['inputs'].items(): need(F(float.fromhex(given['hex'])) == inputs[name], f'{name}: two doubles')
    name = file.get('numberFormat')
    a = Rounded(*FORMATS[name]) if name else Intervals(int(file['digits'] * 3.33) + 64)
    for value in inputs.values() if name else (): need(a.number(value) == value, f'{value} is not in {name}')
    sides = file['left'], file['right']
    said = [(F(side['lo']), F(side['hi'])) for side in sides]
    found = [evaluate(side['term'].replace('^', '**'), a, inputs) for side in sides]
    own = left, right = [value if isinstance(value, tuple) else (value, value) for value in found]
    need(all(lo <= high and low <= hi for (low, high), (lo, hi) in zip(own, said)), 'a side is not within its bounds')
    same = left == right and left[0] == left[1]
    orders = ['less' if x[1] < y[0] else 'greater' if y[1] < x[0] else 'equal' if same else 'overlap' for x, y in (own, said)]
    need(orders[0] == orders[1] and orders[0] in REFUTES[file['relation']].split(), f'{orders} does not refute {file["relation"]}')
    need(F(file['gap']) <= max(left[0] - right[1], right[0] - left[1]), 'the gap is less than it says')
def main(arguments):
    files = sorted(Path(arguments[0]).glob('*.json')) if len(arguments) == 1 else []
    if not files: return print(__doc__ if len(arguments) != 1 else f'no witness files in {arguments[0]}', file=sys.stderr) or 2
    failed = 0
    for path in files:
        try: check(json.loads(path.read_text())); print(f'holds  {path.name}')
        except Exception as error: failed += 1; print(f'FAILS  {path.name}: {type(error).__name__}: {error}')
    print(f'{len(files)} witnesses, {failed} failed')
    return 1 if failed else 0
if __name__ == '__main__': sys.exit(main(sys.argv[1:]))
