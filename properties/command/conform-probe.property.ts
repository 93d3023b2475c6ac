import { expect, test } from 'vitest';
import { conformCommand } from '#command/conform.ts';
import type { Settings } from '#command/settings.ts';
import { smokeText } from '#report/smoke-text.ts';
import { errored, failed, gradeOf, passed } from '../report/sample-grade.ts';
import { type Course, sampleGrading } from './sample-grading.ts';
import { toolsOf, watchedIo } from './sample-io.ts';

async function probe(course: Course, settings: Settings, ...subjects: string[]): Promise<readonly unknown[]> {
  const { io, seen } = watchedIo();
  const { grading, watched } = sampleGrading(course);
  const operands = subjects.length === 0 ? ['cmd:mine'] : subjects;
  const code = await conformCommand(operands, settings, io, { ...toolsOf(), grading });
  return [code, seen.out.join(''), seen.err.join(''), watched.closed > 0];
}

const right = {
  fn: 'softmaxAttention',
  outcome: 'passed',
  request: '{}',
  expected: 1,
  got: 1,
  says: 'result: as it must be',
} as const;

test('a smoke test says of each function whether its tiny case is right', async () => {
  expect(await probe({ smoke: () => [right] }, { smoke: true })).toEqual([
    0,
    `cmd:mine: mine, float64\n${smokeText(right)}`,
    '',
    true,
  ]);
  for (const [outcome, expected] of [
    ['failed', 1],
    ['errored', 4],
  ] as const) {
    const wrong = { ...right, outcome };
    const course = { smoke: () => [right, wrong], more: { printed: 'Traceback' } };
    expect(await probe(course, { smoke: true })).toEqual([
      expected,
      `cmd:mine: mine, float64\n${smokeText(right)}${smokeText(wrong)}it printed:\nTraceback\n`,
      '',
      true,
    ]);
  }
});

test('a smoke test ends with the worst of its subjects', async () => {
  const open: Course['open'] = ({ kind }) =>
    kind === 'module' ? { kind: 'does not parse', got: '' } : undefined;
  const [code, , err] = await probe({ open }, { smoke: true }, 'cmd:a', 'module:b.mjs');
  expect([code, err]).toEqual([2, 'conform: module:b.mjs: the module must parse\n']);
  expect((await probe({ open: () => ({ kind: 'start limit', got: '' }) }, { smoke: true }))[0]).toBe(4);
});

test('how a subject ends counts', async () => {
  const [code, out] = await probe({ close: { kind: 'exit after stop', got: 'code 3' } }, { smoke: true });
  expect(code).toBe(4);
  expect(out).toContain('errored   must exit with 0 when it is told to stop, got code 3\n');
});

test('one call is judged again', async () => {
  const settings = { replay: '{"law":"a"}' };
  for (const [law, code] of [
    [passed, 0],
    [failed, 1],
    [errored, 3],
  ] as const) {
    const [ended, out] = await probe({ replay: () => gradeOf([law]) }, settings);
    expect(ended).toBe(code);
    expect(out).toContain(`${law.status.padEnd(8)}  ${law.law}`);
  }
  const failure = { kind: 'crashed', got: 'x' } as const;
  const [code, out] = await probe({ replay: () => gradeOf([errored], { failure }) }, settings);
  expect(code).toBe(4);
  expect(out).toContain('subject: must not end by an error outside of a call, got x\n');
});

test('what is no call is refused in one line', async () => {
  const replay = () => ({ fault: "replay: must be a call, got 'x'" });
  expect(await probe({ replay }, { replay: 'x' })).toEqual([
    2,
    '',
    "conform: replay: must be a call, got 'x'\n",
    true,
  ]);
});
