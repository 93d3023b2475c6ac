import { expect, test } from 'vitest';
import { compare, type Hunted, subjects } from './loops.mjs';
import { type Recorded, read, recorded, written } from './recorded.mjs';

const all = subjects();
const found = recorded();

/** Kernels that fuse round as the machine does: what is sharp on one may not be on another. */
function isDeterministic({ name }: Hunted): boolean {
  return !name.includes('relaxed');
}

type Outcome = ReturnType<typeof compare>;

function outcomeOf({ input }: Recorded, one: Hunted): Outcome {
  const again = read(input, one.format);
  return compare(one.allowance(again, one.declares), one.run(again));
}

test('the sharpest cases that were ever found are within their bounds', () => {
  for (const example of found) {
    const one = all.find(({ name }) => name === example.kernel);
    // A kernel that this engine lacks cannot be asked.
    const outcome: Outcome =
      one === undefined ? { worst: example.share, entries: 0 } : outcomeOf(example, one);
    expect([example.kernel, outcome.violation, outcome.worst <= 1]).toEqual([
      example.kernel,
      undefined,
      true,
    ]);
    if (one === undefined) expect(example.kernel).toContain('relaxed');
  }
});

test('every kernel has a case that takes a fair part of its bound, so that a bound of a third would be broken', () => {
  for (const { name } of all.filter(isDeterministic)) {
    const sharpest = Math.max(0, ...found.filter(({ kernel }) => kernel === name).map(({ share }) => share));
    expect([name, sharpest > 1 / 3]).toEqual([name, true]);
  }
});

test('what was recorded is what was met: shares of the bound are the same today', () => {
  for (const one of all.filter(isDeterministic)) {
    for (const example of found.filter(({ kernel }) => kernel === one.name)) {
      expect([one.name, outcomeOf(example, one).worst]).toEqual([one.name, expect.closeTo(example.share, 2)]);
    }
  }
});

test('an input is read as it was written, signs of zeros included', () => {
  const input = { x: Float64Array.of(-0, 1e-320, 0.1), h0: -0 };
  const [binary64] = all.map(({ format }) => format);
  expect(read(written(input), binary64!)).toEqual(input);
});

test('a number beyond its bound, one that is not finite, and one that should have overflowed are violations', () => {
  const exact = { high: Float64Array.of(1), low: Float64Array.of(0), radius: Float64Array.of(0) };
  const bound = Float64Array.of(0.25);
  expect(compare({ exact, bound, fates: ['bounded'] }, [1.25])).toEqual({ worst: 1, entries: 1 });
  expect(compare({ exact, bound, fates: ['bounded'] }, [1.2500000000000002]).violation).toBe(0);
  expect(compare({ exact, bound, fates: ['bounded'] }, [Number.NaN]).violation).toBe(0);
  expect(compare({ exact, bound, fates: ['overflows'] }, [1]).violation).toBe(0);
  expect(compare({ exact, bound, fates: ['overflows'] }, [Number.NaN])).toEqual({ worst: 0, entries: 0 });
  expect(compare({ exact, bound, fates: ['open'] }, [7])).toEqual({ worst: 0, entries: 0 });
});
