import { expect, test } from 'vitest';
import { parseKnownFailures, staleEntries } from '#conformance/known-failures.ts';
import { errored, failed, passed, unasked } from '../report/sample-grade.ts';

const known = ['a', 'b'];

test('reads a list of laws with reasons', () => {
  expect(parseKnownFailures('[{"law":"a","reason":"why\\u001b[31m not"}]', known)).toEqual([
    { law: 'a', reason: 'why not' },
  ]);
  expect(parseKnownFailures('[]', known)).toEqual([]);
});

test.each([
  ['{}', 'must be an array of { "law", "reason" }'],
  ['[1]', '[0]: must be { "law", "reason" }'],
  ['[null]', '[0]: must be { "law", "reason" }'],
  ['[{"law":"a","reason":"x"},{"law":1,"reason":"x"}]', '[1].law: must be the name of a law'],
  ['[{"law":"a"}]', '[0].reason: must be given'],
  ['[{"law":"a","reason":"  "}]', '[0].reason: must be given'],
  ['[{"law":"a","reason":5}]', '[0].reason: must be given'],
  ['[{"law":"c","reason":"x"}]', "[0].law: must be a law, got 'c'"],
  ['[{"law":"a","reason":"x"},{"law":"a","reason":"y"}]', "[1].law: must be named once, got 'a' again"],
  ['[{"law":"a","reason":"x","until":"May"}]', `[0]: must be { "law", "reason" }, got 'until'`],
  ['[', 'JSON'],
])('refuses %s', (text, fault) => {
  expect(() => parseKnownFailures(text, known)).toThrow(fault);
});

test('an entry is stale unless its law is broken or was not answered', () => {
  const laws = [passed, failed, errored, ...unasked];
  const entries = [...laws.map(({ law }) => law), 'elsewhere'].map((law) => ({ law, reason: 'x' }));
  const asked = entries.map(({ law }) => law);
  expect(staleEntries(entries, laws, asked)).toEqual([
    { law: passed.law, reason: 'x', why: 'the law holds' },
    { law: unasked[0]!.law, reason: 'x', why: 'the law is skipped' },
    { law: unasked[1]!.law, reason: 'x', why: 'the law is blocked' },
    { law: 'elsewhere', reason: 'x', why: 'the law is not of this subject' },
  ]);
  expect(staleEntries(entries, laws, [failed.law])).toEqual([]);
});
