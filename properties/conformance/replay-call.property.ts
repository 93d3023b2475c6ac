import { expect, test } from 'vitest';
import { exhibitText } from '#conformance/exhibit.ts';
import type { Grade } from '#conformance/grade.ts';
import { replayCall } from '#conformance/replay-call.ts';
import { outside } from '#law/subject-call.ts';
import { brittle, hostWith, right } from './graded-stage.ts';

const text = exhibitText('r-state-within-bound', { calls: [{ fn: 'alternatingSum', x: [1], h0: 2 }] });

function law(host: ReturnType<typeof hostWith>, what: string = text): Grade['laws'][number] {
  const grade = replayCall(host, what, { spec: 'module:a.mjs', suite: '1' }) as Grade;
  expect([grade.suite, grade.subject.spec, grade.laws.length]).toEqual(['1', 'module:a.mjs', 1]);
  return grade.laws[0]!;
}

test('a call is checked again, and shown as it is where it is wrong', () => {
  expect(law(hostWith(right))).toMatchObject({ law: 'r-state-within-bound', status: 'passed', cases: 1 });
  expect(law(hostWith({ alternatingSum: () => 7 }))).toMatchObject({
    status: 'failed',
    witness: { args: { x: [1], h0: 2 }, returned: 7, exact: '-1', repeats: true },
  });
});

test('a case of a relation is tried again', () => {
  const relation = exhibitText('r-linearity', { calls: [], relation: { part: 99, at: {} } });
  expect(law(hostWith(right), relation)).toMatchObject({
    status: 'skipped',
    why: 'the case decides nothing',
  });
});

test('what is not offered, not served or not answered is not failed', () => {
  expect(law(hostWith({ output: right.output }))).toMatchObject({
    status: 'skipped',
    why: 'the subject offers no alternatingSum',
  });
  const skipping = hostWith({
    alternatingSum: () => {
      throw outside;
    },
  });
  expect(law(skipping)).toMatchObject({ status: 'skipped' });
  const gone = brittle(hostWith(right), () => 'exited');
  expect(law(gone)).toMatchObject({ status: 'errored', why: 'must run until it is told to stop' });
  expect(replayCall(gone, text)).toMatchObject({ failure: { kind: 'exited' }, subject: { spec: '' } });
});

test.each([
  ['{', 'replay: must be one JSON object'],
  [
    '{"law":"a","calls":[{"fn":"output","args":{"x":[],"h0":0}}]}',
    'replay: law must be the id of a law, got "a"',
  ],
  ['{"law":"rnn-shape","part":0,"case":{}}', 'replay: rnn-shape must be replayed by calls'],
  [
    '{"law":"r-linearity","calls":[{"fn":"output","args":{"x":[],"h0":0}}]}',
    'replay: r-linearity must be replayed by a case',
  ],
])('%s is refused', (wrong, words) => {
  expect((replayCall(hostWith(right), wrong) as { fault: string }).fault).toContain(words);
});
