import { expect, test } from 'vitest';
import { recurrent } from '#kernel/linear-attention/recurrent.ts';
import { byVectors, type Run } from '#kernel/simd/linear-attention/run.ts';
import { workspace } from '#kernel/simd/workspace.ts';
import { causally, formats } from '../../linear-attention/cases.ts';
import { drawn } from '../drawn.ts';
import { drawnTokens } from './twins.ts';

test('a run knows its format, and the bytes of its rows', () => {
  for (const format of formats) {
    const runs: Run[] = [];
    const kernel = byVectors(recurrent, 'deterministic', (run) => {
      runs.push(run);
    });
    const tokens = drawnTokens(format, { n: 2, m: 2, dk: 3, dv: 4 }, 1);
    kernel.run(tokens, { ...causally, normalize: true }, drawn(format, 8, 1));
    const bytes = format.name === 'binary64' ? 8 : 4;
    expect(runs).toMatchObject([
      { format, tokens, keyBytes: 3 * bytes, valueBytes: 4 * bytes, width: bytes === 8 ? 64 : 32 },
    ]);
  }
});

test('without outputs nothing is done', () => {
  const kernel = byVectors(recurrent, 'deterministic', () => {
    throw new Error('was asked');
  });
  for (const [n, dv] of [
    [0, 3],
    [3, 0],
  ] as const) {
    const tokens = drawnTokens(formats[0]!, { n, m: 2, dk: 2, dv }, 1);
    expect(() => {
      kernel.run(tokens, causally, drawn(formats[0]!, 0, 1));
    }).not.toThrow();
  }
});

test('scratch is freed when a run ends, also by an error', () => {
  const [before] = [workspace().scratch(() => workspace().take(1))];
  const kernel = byVectors(recurrent, 'deterministic', ({ room }) => {
    room.take(1000);
    throw new Error('failed');
  });
  const tokens = drawnTokens(formats[0]!, { n: 1, m: 1, dk: 1, dv: 1 }, 1);
  expect(() => {
    kernel.run(tokens, causally, drawn(formats[0]!, 1, 1));
  }).toThrow('failed');
  expect(workspace().scratch(() => workspace().take(1))).toBe(before);
});
