import fc from 'fast-check';
import { test } from 'vitest';
import { COLUMN_BYTES } from '#kernel/simd/block.ts';
import { loadLinear } from '#kernel/simd/linear-attention/module.ts';
import { panelBytes, stateBytes } from '#kernel/simd/linear-attention/state.ts';
import { bytesOf } from '#kernel/simd/workspace.ts';
import { roundings } from '../../../wasm/relaxed.ts';
import { expectSame, formats } from '../../linear-attention/cases.ts';
import { drawn } from '../drawn.ts';
import { withPlaced } from '../in-workspace.ts';

test('tokens two by two leave the outputs and the state of tokens one by one, bit by bit', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...formats),
      fc.constantFrom(...roundings),
      fc.nat(4).map((pairs) => 2 * pairs),
      fc.nat(9),
      fc.integer({ min: 1, max: 3 }),
      fc.nat(),
      (format, rounding, tokens, dk, panels, seed) => {
        const [width, keyBytes] = [panels * COLUMN_BYTES, dk * bytesOf(format)];
        const columns = width / bytesOf(format);
        const { functions } = loadLinear(format, rounding);
        const lengths = [tokens * dk, tokens * dk, tokens * columns, (tokens + 1) * columns];
        const arrays = [...lengths, stateBytes(dk, width) / bytesOf(format)].map((length, i) =>
          drawn(format, length, seed + i),
        );
        const run = (name: string): readonly [Float64Array | Float32Array, Float64Array | Float32Array] =>
          withPlaced(format, arrays, (q, k, v, y, state) => {
            functions[name]!(
              ...[q.at, k.at, keyBytes, v.at, v.at + v.bytes, y.at, width, state.at, panelBytes(dk)],
            );
            return [y.array.slice(), state.array.slice()];
          });
        const [outputs, state] = run('steps');
        const [together, stateTogether] = run('stepsByTwo');
        expectSame(together, outputs);
        expectSame(stateTogether, state);
        expectSame(outputs.subarray(tokens * columns), arrays[3]!.subarray(tokens * columns));
      },
    ),
  );
});
