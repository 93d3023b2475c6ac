import { expect, test } from 'vitest';
import { builtinNames, functionsHost, openBuiltin } from '#conformance/builtin.ts';
import { knownTiers } from '#kernel/tiers.ts';

test('every kernel that runs here opens by its name, in the format of its name', () => {
  const names = builtinNames();
  expect(names.length).toBeGreaterThanOrEqual(32);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) {
    const { about, call } = openBuiltin(name)!;
    expect([name, about.format]).toEqual([name, name.endsWith('binary32') ? 'float32' : 'float64']);
    const [fn] = about.implements;
    const rows = [[1], [2]];
    const reply = call(
      fn === 'alternatingSum'
        ? { fn, x: [1, 2], h0: 0 }
        : { fn: fn as 'softmaxAttention', q: rows, k: rows, v: rows, options: {} },
    );
    // A form of linear attention that is causal only does not serve this call.
    expect(reply.outcome).toMatch(/^(returned|skipped)$/);
  }
});

test('a kernel that there is not, or not here, does not open', () => {
  expect(openBuiltin('softmax-attention/tiled/simd')).toBeUndefined();
  const relaxed = openBuiltin('softmax-attention/tiled/relaxed/binary64');
  expect(relaxed !== undefined).toBe(knownTiers().relaxed.available);
  expect(builtinNames().some((name) => name.includes('relaxed'))).toBe(knownTiers().relaxed.available);
});

test('functions are a subject of what they offer', () => {
  const { about } = functionsHost('mine', { output: () => 0.5, alternatingSum: () => 0 }, 'float32');
  expect(about).toEqual({
    name: 'mine',
    language: 'javascript',
    format: 'float32',
    implements: ['alternatingSum', 'output'],
  });
});
