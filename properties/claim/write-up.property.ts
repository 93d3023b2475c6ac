import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { writeUp } from '#claim/write-up.ts';
import { verdicts as linear } from '../gate/linear-attention.verdicts.ts';
import { verdicts as rnn } from '../gate/rnn.verdicts.ts';
import { verdicts as softmax } from '../gate/softmax-attention.verdicts.ts';

interface Listed {
  readonly id: string;
  readonly question: string;
  readonly part: string;
  readonly lines: readonly number[];
  readonly kind: string;
  readonly core: boolean;
  readonly readings: readonly { readonly name: string }[];
}

const { claims: listed } = JSON.parse(
  readFileSync(new URL('../vector/claims.json', import.meta.url), 'utf8'),
) as { readonly claims: readonly Listed[] };

test('holds every claim of the list, in its order, at its place', () => {
  expect(
    writeUp.map(({ id, source: { question, part, lines }, kind, core }) => ({
      id,
      question,
      part,
      lines,
      kind,
      core,
    })),
  ).toEqual(
    listed.map(({ id, question, part, lines, kind, core }) => ({ id, question, part, lines, kind, core })),
  );
});

test.each(listed)('$id has the readings of the list, first and in their order', ({ id, readings }) => {
  const names = writeUp.find((claim) => claim.id === id)!.readings.map(({ name }) => name);
  expect(names.slice(0, readings.length)).toEqual(readings.map(({ name }) => name));
  expect(new Set(names).size).toBe(names.length);
});

test('every claim has a verdict that we stand behind, and there are no others', () => {
  const stood = [...Object.keys(rnn), ...Object.keys(softmax), ...Object.keys(linear)];
  expect(stood.toSorted()).toEqual(writeUp.map(({ id }) => id).toSorted());
});

test('every claim that is not simply true names a repair, and the repair is proved', () => {
  for (const [id, { verdict, repair }] of Object.entries({ ...rnn, ...softmax, ...linear })) {
    if (verdict !== 'definition' && verdict !== 'proved') expect([id, repair]).toEqual([id, 'proved']);
  }
});

test('every statement is said in words and in formulas of its own', () => {
  for (const { id, says, readings } of writeUp) {
    expect(says.length).toBeGreaterThan(10);
    for (const reading of readings)
      expect([id, reading.says.length > 0, reading.latex.length > 0]).toEqual([id, true, true]);
  }
});
