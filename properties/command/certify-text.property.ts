import { expect, test } from 'vitest';
import { certifyJson, claimText, summaryText, uncheckedText, unfitText } from '#command/certify-text.ts';
import type { Compiled } from '#command/coqc.ts';
import { claimProof } from '#coq/proof-file.ts';
import { decidedOf } from '../coq/decided.ts';

const nested = claimProof(decidedOf('q1-nested-form'), '');
const definition = claimProof(decidedOf('q1-recurrence-definition'), '');
const accepted: Compiled = { accepted: true, output: '' };
const failed: Compiled = { accepted: false, line: 7, message: 'Error: no\nmore' };
const results = (result: Compiled) => new Map([['q1_nested_form.v', result]]);

test('each reading is checked, or has no theorem and says why', () => {
  const lines = claimText(nested, results(accepted)).split('\n');
  expect(lines[0]).toBe('q1-nested-form');
  expect(lines[1]).toMatch(/^ {2}not expressible literal: /);
  expect(lines[2]).toBe('  checked         charitable');
  expect(claimText(definition, new Map())).toBe(
    'q1-recurrence-definition\n  not expressible definition: introduces a notation\n',
  );
});

test('what failed shows the line and the message of Coq', () => {
  expect(claimText(nested, results(failed))).toMatch(
    /\n {2}failed {10}charitable\n {2}q1_nested_form\.v, line 7: Error: no\n {2}more\n$/,
  );
  expect(claimText(nested, results({ ...failed, line: undefined }))).toContain(
    '\n  q1_nested_form.v: Error: no',
  );
  expect(claimText(nested, new Map())).toContain('\n  not checked     charitable\n');
});

test('without a check the readings are written', () => {
  expect(uncheckedText([nested, definition])).toContain(
    '\n  written         charitable\nq1-recurrence-definition\n',
  );
});

test('programs are told the same', () => {
  const rows = (result?: Compiled) =>
    JSON.parse(certifyJson([nested, definition], result ? results(result) : new Map(), '8.16.1')) as {
      coq: string;
      claims: { id: string; file: string | null; readings: object[] }[];
    };
  expect(rows(accepted)).toMatchObject({
    coq: '8.16.1',
    claims: [
      {
        id: 'q1-nested-form',
        file: 'q1_nested_form.v',
        readings: [{ state: 'not expressible' }, { name: 'charitable', state: 'checked' }],
      },
      { id: 'q1-recurrence-definition', file: null, readings: [{ why: 'introduces a notation' }] },
    ],
  });
  expect(rows(failed).claims[0]!.readings[1]).toEqual({
    name: 'charitable',
    state: 'failed',
    why: 'Error: no\nmore',
  });
  expect(rows().claims[0]!.readings[1]).toEqual({ name: 'charitable', state: 'not checked' });
});

test('a summary counts', () => {
  const once = claimProof(decidedOf('q1-expand-once'), '');
  const both = new Map([...results(accepted), ['q1_expand_once.v', accepted]]);
  expect(summaryText([nested, definition, once], both, '8.16.1')).toBe(
    'Coq 8.16.1: 2 of 4 readings checked, 1 of them the first of a claim; 2 not expressible',
  );
  expect(summaryText([nested], results(failed), '8.16.1')).toBe(
    'Coq 8.16.1: 0 of 2 readings checked, 0 of them the first of a claim; 1 failed; 1 not expressible',
  );
  expect(summaryText([nested], new Map([['preface.v', failed]]), '8.16.1')).toBe(
    'failed: preface.v, line 7: Error: no\n  more',
  );
});

test('what is missing is said in one line', () => {
  expect(unfitText({ state: 'absent' })).toBe(
    'certify: no coqc was found; the theorems are written and not checked',
  );
  expect(unfitText({ state: 'unfit', version: '8.12', missing: 'Interval' })).toBe(
    'certify: coqc 8.12 lacks Interval',
  );
  expect(unfitText({ state: 'unfit', version: '', missing: 'Interval' })).toBe(
    'certify: coqc of an unknown version lacks Interval',
  );
});
