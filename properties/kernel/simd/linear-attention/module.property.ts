import { expect, test } from 'vitest';
import { loadLinear } from '#kernel/simd/linear-attention/module.ts';
import { roundings } from '../../../wasm/relaxed.ts';
import { formats } from '../../linear-attention/cases.ts';

test('a module is compiled once for a format and a rounding, with every function that the forms call', () => {
  const modules = formats.flatMap((format) => roundings.map((rounding) => loadLinear(format, rounding)));
  expect(new Set(modules.map(({ module }) => module)).size).toBe(2 * roundings.length);
  expect(formats.flatMap((format) => roundings.map((rounding) => loadLinear(format, rounding)))).toEqual(
    modules,
  );
  for (const { functions } of modules) {
    expect(Object.keys(functions)).toEqual(
      expect.arrayContaining([
        ...['attendRows', 'packKeys', 'elu1', 'widen', 'narrow', 'add', 'clear', 'addKeys'],
        ...['readState', 'readStateOne', 'stepsByTwo', 'steps'],
      ]),
    );
  }
});
