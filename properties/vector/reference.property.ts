import { expect, test } from 'vitest';
import type { Analytic } from '#arithmetic/ring.ts';
import { coordinates } from '#arithmetic/space.ts';
import {
  asWritten,
  elu1,
  features,
  identityFeature,
  type Matrix,
  normalised,
} from '#reference/linear-attention.ts';
import { finalState, output } from '#reference/rnn.ts';
import { softmaxAttention } from '#reference/softmax-attention.ts';
import { disagreement, type Engine, overEngines, tenth } from './engine.ts';
import { fromHex, matrixFromHex, oracle } from './oracle.ts';

function lift<N>(a: Analytic<N>, rows: readonly (readonly string[])[]): N[][] {
  return matrixFromHex(rows).map((row) => row.map(a.of));
}

/** What is wrong with a matrix of enclosures: each must hold the oracle's value; most are tight. */
function faults<N>(engine: Engine<N>, found: Matrix<N>, expected: readonly (readonly string[])[]): string[] {
  expect(found.map((row) => row.length)).toEqual(expected.map((row) => row.length));
  return expected.flatMap((row, i) =>
    row.flatMap((value, c) => disagreement(engine, found[i]![c]!, value, tenth(8)) ?? []),
  );
}

test('the recurrence and its output enclose every value of the oracle', () => {
  overEngines((engine) => {
    const a = engine.arithmetic;
    for (const { x, h0, state, output: y } of oracle.recurrence) {
      const [inputs, initial] = [x.map((hex) => a.of(fromHex(hex))), a.of(fromHex(h0))];
      expect(disagreement(engine, finalState(a, inputs, initial), state)).toBeUndefined();
      // Where inputs of 10^300 cancel, an enclosure of 30 digits has no exponential.
      if (y === undefined || x.some((hex) => Math.abs(fromHex(hex)) > 1e20)) continue;
      // The state is off by 10^-25 of the inputs, and the logistic by a thousand times as much.
      expect(disagreement(engine, output(a, inputs, initial), y, tenth(8))).toBeUndefined();
    }
  });
});

test('softmax attention encloses every value of the oracle', () => {
  overEngines((engine) => {
    const a = engine.arithmetic;
    for (const { q, k, v, scale, causal, result } of oracle.softmax) {
      const [keys, values] = [coordinates(a, k[0]!.length), coordinates(a, v[0]!.length)];
      const options = { scale: a.of(fromHex(scale)), causal };
      const found = softmaxAttention(keys, values, lift(a, q), lift(a, k), lift(a, v), options);
      expect(faults(engine, found, result)).toEqual([]);
    }
  });
});

test('linear attention encloses every value of the oracle in all its forms', () => {
  overEngines((engine) => {
    const a = engine.arithmetic;
    for (const { q, k, v, causal, normalize, featureMap, result } of oracle.linear) {
      const [keys, values] = [coordinates(a, k[0]!.length), coordinates(a, v[0]!.length)];
      const map = featureMap === 'elu1' ? elu1 : identityFeature;
      const [queries, seen] = [q, k].map((rows) => features(a, map, matrixFromHex(rows)));
      const found = normalize
        ? normalised(keys, values, queries!, seen!, lift(a, v), causal)
        : asWritten(keys, values, queries!, seen!, lift(a, v), causal);
      expect(faults(engine, found, result)).toEqual([]);
    }
  });
});
