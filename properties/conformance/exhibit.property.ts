import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binary64 } from '#arithmetic/float-format.ts';
import { argsOf, exhibitText, readExhibit, replayCommand } from '#conformance/exhibit.ts';
import { oracleLaws } from '#law/oracle-laws.ts';

const call = { fn: 'alternatingSum', x: [-0, 0.1], h0: 0 } as const;

test('arguments are those of the protocol', () => {
  expect(argsOf(call)).toEqual({ x: ['-0', 0.1], h0: 0 });
});

test('what is written is read back, calls of every function to the last bit', () => {
  const calls = fc.array(fc.oneof(...oracleLaws.map((law) => law.arbitrary(binary64))), {
    minLength: 1,
    maxLength: 3,
  });
  fc.assert(
    fc.property(calls, fc.boolean(), (some, isFrozen) => {
      // The evaluator of witnesses takes no values of width 0.
      fc.pre(some.every((one) => 'x' in one || (one.v[0]!.length > 0 && one.k[0]!.length > 0)));
      const exhibit = { calls: some, ...(isFrozen && { frozen: true as const }) };
      expect(readExhibit(exhibitText('a', exhibit))).toEqual({ law: 'a', exhibit });
    }),
  );
});

test('a case of a relation is written and read back', () => {
  const relation = { part: 2, at: { c: -0, x: [1, -0], k: [[0.5], [2]] } };
  const text = exhibitText('r-linearity', { calls: [], relation });
  expect(text).toBe('{"law":"r-linearity","part":2,"case":{"c":"-0","x":[1,"-0"],"k":[[0.5],[2]]}}');
  expect(readExhibit(text)).toEqual({ law: 'r-linearity', exhibit: { calls: [], relation } });
});

test('a command line takes what it is given as words; what is too long is come upon again by its seed', () => {
  expect(replayCommand('module:./a.mjs', 'l', { calls: [call] }, 7)).toBe(
    `counterclaim conform module:./a.mjs --replay '{"law":"l","calls":[{"fn":"alternatingSum","args":{"x":["-0",0.1],"h0":0}}]}'`,
  );
  expect(replayCommand("cmd:python3 it's.py", 'l', { calls: [call] }, 7)).toContain(
    `conform 'cmd:python3 it'\\''s.py' --replay`,
  );
  const long = { ...call, x: Array.from({ length: 10_000 }, () => 0.5) };
  expect(replayCommand('builtin:a', 'l', { calls: [long] }, 7)).toBe(
    'counterclaim conform builtin:a --laws l --seed 7',
  );
});

test.each([
  ['[]', 'must be one JSON object'],
  ['{"law":5}', 'law: must be the id of a law, got 5'],
  ['{"law":"a"}', 'calls: must be a list of at least one call, got undefined'],
  ['{"law":"a","calls":[]}', 'calls: must be a list of at least one call, got []'],
  ['{"law":"a","calls":[5]}', 'must be one JSON object, got 5'],
  ['{"law":"a","calls":[{"fn":"f","args":{}}]}', 'fn: must be one of'],
  ['{"law":"a","case":{"x":1}}', 'part: must be a whole number, got undefined'],
  ['{"law":"a","part":0,"case":{"x":["1"]}}', 'case: must hold numbers and lists of them, got "1"'],
])('%s is refused with one line', (text, words) => {
  expect(() => readExhibit(text)).toThrow(words);
});
