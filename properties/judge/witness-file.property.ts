import { expect, test } from 'vitest';
import { asCases } from '#judge/cases.ts';
import { refute } from '#judge/refute.ts';
import { parseWitnessFile, witnessFile } from '#judge/witness-file.ts';
import { ample } from './budget.ts';
import { copies } from './statements.ts';

const witness = refute(asCases(copies), ample)!;
const file = witnessFile('q2-copies', 'literal', 'for all beta > 0: W = I', witness);

test('holds everything a third party needs, in plain JSON', () => {
  expect(JSON.parse(JSON.stringify(file))).toEqual({
    format: 'counterclaim-witness',
    version: 1,
    claim: 'q2-copies',
    reading: 'literal',
    statement: 'for all beta > 0: W = I',
    relation: '=',
    entry: 1,
    inputs: { beta: { decimal: '1', hex: '0x1p+0' } },
    left: witness.left,
    right: witness.right,
    digits: 50,
    gap: witness.gap,
  });
  expect(witnessFile('a', 'b', 'c', { ...witness, format: 'binary16' }).numberFormat).toBe('binary16');
});

test('reads back what was written', () => {
  expect(parseWitnessFile(JSON.stringify(file))).toEqual(file);
  const rounded = { ...file, numberFormat: 'bfloat16' };
  expect(parseWitnessFile(JSON.stringify(rounded))).toEqual(rounded);
  expect(parseWitnessFile(JSON.stringify({ ...file, gap: '1e-435', inputs: {} })).gap).toBe('1e-435');
});

test('says what is wrong with a file, where, and what was there', () => {
  const faults: [unknown, string][] = [
    [[], 'file must be an object, got []'],
    [null, 'file must be an object, got null'],
    [{}, 'format must be "counterclaim-witness", got nothing'],
    [{ ...file, version: 2 }, 'version must be 1, got 2'],
    [{ ...file, claim: 7 }, 'claim must be a text, got 7'],
    [{ ...file, statement: '' }, 'statement must be a text, got ""'],
    [{ ...file, relation: '==' }, 'relation must be one of = != < <= > >=, got "=="'],
    [{ ...file, entry: 0 }, 'entry must be a positive integer, got 0'],
    [{ ...file, digits: 1.5 }, 'digits must be a positive integer, got 1.5'],
    [{ ...file, inputs: 1 }, 'inputs must be an object, got 1'],
    [{ ...file, inputs: { x: 1 } }, 'inputs.x must be an object, got 1'],
    [{ ...file, inputs: { x: { decimal: 1 } } }, 'inputs.x.decimal must be a decimal in a text, got 1'],
    [
      { ...file, inputs: { x: { decimal: '1e999', hex: '' } } },
      'inputs.x.decimal must be a finite double, got "1e999"',
    ],
    [
      { ...file, inputs: { x: { decimal: '0.1', hex: '0x1p-3' } } },
      'inputs.x.hex must be 0x1.999999999999ap-4, the same double, got "0x1p-3"',
    ],
    [{ ...file, left: 1 }, 'left must be an object, got 1'],
    [{ ...file, left: { ...file.left, term: '' } }, 'left.term must be a text, got ""'],
    [
      { ...file, left: { ...file.left, lo: 'Infinity' } },
      'left.lo must be a decimal in a text, got "Infinity"',
    ],
    [{ ...file, right: { ...file.right, hi: '.5' } }, 'right.hi must be a decimal in a text, got ".5"'],
    [{ ...file, gap: 1 }, 'gap must be a decimal in a text, got 1'],
    [{ ...file, numberFormat: 'binary8' }, 'numberFormat must be a number format, got "binary8"'],
  ];
  for (const [value, message] of faults) {
    expect(() => parseWitnessFile(JSON.stringify(value))).toThrow(new RangeError(`witness file: ${message}`));
  }
  expect(() => parseWitnessFile('{')).toThrow(/^witness file: text must be JSON, got /);
});
