import { expect, test } from 'vitest';
import { COLUMN_BYTES } from '#kernel/simd/block.ts';
import { loadLinear } from '#kernel/simd/linear-attention/module.ts';
import { clearPanels, readState, takePanels } from '#kernel/simd/linear-attention/panels.ts';
import { panelBytes, stateBytes } from '#kernel/simd/linear-attention/state.ts';
import { bytesOf, workspace } from '#kernel/simd/workspace.ts';
import { expectSame, formats } from '../../linear-attention/cases.ts';
import { drawn } from '../drawn.ts';
import { withPlaced } from '../in-workspace.ts';

test('a state is cleared whole, whatever was there', () => {
  for (const format of formats) {
    const { functions } = loadLinear(format, 'deterministic');
    workspace().scratch(() => {
      const panels = takePanels(workspace(), 5, 96);
      const array = workspace().view(format, panels.address, panels.bytes / bytesOf(format));
      array.fill(7);
      clearPanels(functions, panels);
      expect([panels.bytes, panels.panelBytes]).toEqual([stateBytes(5, 96), panelBytes(5)]);
      expect(array.every((entry) => entry === 0)).toBe(true);
    });
  }
});

test('any number of queries reads a state as each by itself, bit by bit', () => {
  const [dk, width] = [6, 2 * COLUMN_BYTES];
  for (const format of formats) {
    const { functions } = loadLinear(format, 'deterministic');
    const columns = width / bytesOf(format);
    for (let count = 0; count < 10; count++) {
      const q = drawn(format, count * dk, count);
      const S = drawn(format, stateBytes(dk, width) / bytesOf(format), 1);
      const zeros = new Array<number>(count * columns).fill(0);
      withPlaced(format, [q, S, zeros, zeros], (queries, state, all, alone) => {
        const panels = { address: state.at, bytes: state.bytes, panelBytes: panelBytes(dk) };
        const queryAt = (i: number) => ({
          address: queries.at + i * dk * bytesOf(format),
          bytes: dk * bytesOf(format),
        });
        readState(functions, panels, queryAt(0), { address: all.at, bytes: width }, count);
        for (let i = 0; i < count; i++) {
          readState(functions, panels, queryAt(i), { address: alone.at + i * width, bytes: width }, 1);
        }
        expectSame(all.array, alone.array);
        expect(count === 0 || all.array.every((entry) => entry !== 0)).toBe(true);
      });
    }
  }
});
