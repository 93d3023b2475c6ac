import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { planConform } from '#command/conform-plan.ts';
import type { Settings } from '#command/settings.ts';
import { sampleGrading } from './sample-grading.ts';
import { temporaryFolder } from './temporary.ts';

const { grading } = sampleGrading();
const plan = (settings: Settings, ...subjects: string[]): ReturnType<typeof planConform> =>
  planConform(subjects.length === 0 ? ['cmd:mine'] : subjects, settings, grading);

function lawsOf(settings: Settings): unknown {
  const planned = plan(settings);
  return 'fault' in planned ? planned.fault : planned.laws.map(({ id }) => id);
}

test('asks for every law, for those of a system, or for those that are named', () => {
  expect(lawsOf({})).toEqual(['r-linearity', 'a-within-bound', 'l-within-bound', 'a-row-stochastic']);
  expect(lawsOf({ system: 'softmax-attention' })).toEqual(['a-within-bound', 'a-row-stochastic']);
  expect(lawsOf({ laws: ['l-within-bound', 'r-linearity'] })).toEqual(['r-linearity', 'l-within-bound']);
  expect(lawsOf({ system: 'softmax', laws: [] })).toBe(
    "--system: must be one of rnn, softmax-attention, linear-attention, got 'softmax'; did you mean 'softmax-attention'?",
  );
  expect(lawsOf({ laws: ['r-linearly'] })).toBe(
    "--laws: must be laws, got 'r-linearly'; did you mean 'r-linearity'?",
  );
  expect(lawsOf({ system: 'rnn', laws: ['a-within-bound'] })).toBe(
    "--laws: must be laws of rnn, got 'a-within-bound'; a run without --laws names them all",
  );
});

test('reads known failures and weights', () => {
  const folder = temporaryFolder();
  const [known, weights] = [join(folder, 'known.json'), join(folder, 'weights.json')];
  writeFileSync(known, '[{"law":"r-linearity","reason":"slow"}]');
  writeFileSync(weights, '{"rnn":5,"a-within-bound":1}');
  const gradescope = join(folder, 'results.json');
  expect(plan({ knownFailures: known, weights, gradescope })).toMatchObject({
    known: [{ law: 'r-linearity', reason: 'slow' }],
    weights: { rnn: 5, 'a-within-bound': 1 },
  });
  expect(plan({})).toMatchObject({ known: [] });
  writeFileSync(known, '[{"law":"r-linearity"}]');
  writeFileSync(weights, '{"rnm":5}');
  expect(plan({ knownFailures: known })).toEqual({
    fault: `--known-failures: ${known}: [0].reason: must be given`,
  });
  expect(plan({ weights, gradescope })).toEqual({
    fault: `--weights: ${weights}: must name a law or a system, got 'rnm'`,
  });
  expect(plan({ knownFailures: join(folder, 'none') })).toHaveProperty(
    'fault',
    expect.stringMatching(/^--known-failures: must be a file that can be read, got '.*none' \(ENOENT/),
  );
  writeFileSync(known, '{');
  expect(plan({ knownFailures: known })).toHaveProperty(
    'fault',
    expect.stringContaining(`${known}: must be JSON, got `),
  );
});

test('what is of one subject is refused for several, and weights without a grade', () => {
  const two = ['cmd:a', 'cmd:b'];
  for (const [settings, flag] of [
    [{ knownFailures: 'k' }, '--known-failures'],
    [{ gradescope: 'g' }, '--grade'],
    [{ replay: '{}' }, '--replay'],
  ] as const) {
    expect(plan(settings, ...two)).toEqual({ fault: `conform: ${flag} is of one subject, got 2` });
  }
  expect(plan({ smoke: true }, ...two)).toMatchObject({ several: true });
  expect(plan({ weights: 'w' })).toEqual({
    fault: "conform: --weights must come with --grade, got 'w' without",
  });
  expect(plan({}, 'nothing')).toHaveProperty('fault');
});

test('a file that cannot be written is told before the work, and nothing is left of the try', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'grade.json');
  expect(plan({ jsonFile: folder })).toEqual({
    fault: `conform: --json: the file must be writable, got '${folder}' (it is a folder)`,
  });
  expect(plan({ jsonFile: path, junit: path })).toEqual({
    fault: `conform: --junit: must write to a file of its own, got '${path}'`,
  });
  expect(plan({ junit: join(folder, 'a.xml'), gradescope: path })).not.toHaveProperty('fault');
  expect(readdirSync(folder)).toEqual([]);
});
