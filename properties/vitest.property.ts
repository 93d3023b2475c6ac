import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SubjectFunctions } from '#law/subject.ts';
import type { ConformanceOptions } from '#vitest.ts';

const right: SubjectFunctions = { alternatingSum: (x, h0) => x.reduce((h, input) => input - h, h0) };
const wrong: SubjectFunctions = { alternatingSum: (x, h0) => x.reduce((h, input) => input - h, -h0) };
const laws = ['rnn-shape', 'r-state-within-bound', 'l-rank'];

interface Registered {
  readonly title: string;
  readonly run: (context: { readonly skip: (why: string) => void }) => void;
}

const suites: string[] = [];
const tests: Registered[] = [];

vi.doMock('vitest', () => ({
  describe: (title: string, body: () => void) => {
    suites.push(title);
    body();
  },
  test: (title: string, _: unknown, run: Registered['run']) => tests.push({ title, run }),
}));
const { conformance } = await import('#vitest.ts');
vi.doUnmock('vitest');

/** The tests that are registered, in the order of a grade. */
function registered(functions: SubjectFunctions, options: ConformanceOptions = {}): readonly Registered[] {
  suites.length = 0;
  tests.length = 0;
  conformance('mine', functions, { runs: 2, ...options });
  return [...tests];
}

beforeEach(() => {
  for (const name of ['SEED', 'RUNS', 'LAWS', 'SYSTEM', 'FORMAT'])
    vi.stubEnv(`COUNTERCLAIM_${name}`, undefined);
});

afterEach(() => {
  vi.unstubAllEnvs();
});

const outcomes = (tests: readonly Registered[]): readonly unknown[] =>
  tests.map(({ title, run }) => {
    let skipped: string | undefined;
    try {
      run({
        skip: (why) => {
          skipped = why;
        },
      });
    } catch (error) {
      return [title, (error as Error).message.split('\n')[0]];
    }
    return [title, skipped ?? 'passed'];
  });

test('the tests of a right implementation pass, in a suite of its name', () => {
  const all = registered(right, { laws });
  expect(suites).toEqual(['mine']);
  expect(outcomes(all)).toEqual([
    ['rnn-shape', 'passed'],
    ['r-state-within-bound', 'passed'],
  ]);
});

test('the tests of a wrong implementation fail by their laws, and no other does', () => {
  expect(outcomes(registered(wrong, { laws, seed: 5 }))).toEqual([
    ['rnn-shape', 'passed'],
    ['r-state-within-bound', 'r-state-within-bound is broken, seed 5'],
  ]);
});

test('a known failure is skipped with its reason', () => {
  const knownFailures = [{ law: 'r-state-within-bound', reason: 'sign of h0' }];
  expect(outcomes(registered(wrong, { laws, knownFailures }))[1]).toEqual([
    'r-state-within-bound',
    'known: sign of h0',
  ]);
});

test('variables win over what is written', () => {
  vi.stubEnv('COUNTERCLAIM_SEED', '7');
  vi.stubEnv('COUNTERCLAIM_LAWS', 'r-state-within-bound');
  vi.stubEnv('COUNTERCLAIM_RUNS', '1');
  vi.stubEnv('COUNTERCLAIM_SYSTEM', 'rnn');
  vi.stubEnv('COUNTERCLAIM_FORMAT', 'float64');
  const options = { laws: ['rnn-shape'], seed: 5, system: 'linear-attention', format: 'float32' } as const;
  expect(outcomes(registered(wrong, options))).toEqual([
    ['r-state-within-bound', 'r-state-within-bound is broken, seed 7'],
  ]);
  expect(registered(wrong).every(({ title }) => /^r(nn)?-/.test(title))).toBe(true);
});

test('what a failure says replays it, and it alone', () => {
  const [, broken] = registered(wrong, { laws, seed: 5 });
  const [, text] = /COUNTERCLAIM_REPLAY='(.*)' npx vitest run/.exec(thrown(broken!)) ?? [];
  vi.stubEnv('COUNTERCLAIM_REPLAY', text);
  expect(outcomes(registered(right))).toEqual([['r-state-within-bound', 'passed']]);
  expect(thrown(registered(wrong)[0]!)).toContain('r-state-within-bound is broken');
  vi.stubEnv('COUNTERCLAIM_REPLAY', '{}');
  expect(() => registered(right)).toThrow('replay: ');
});

function thrown({ run }: Registered): string {
  try {
    run({ skip: () => undefined });
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

test('binary32 sums are right in the format that is declared, and in no other', () => {
  const rounded: SubjectFunctions = {
    alternatingSum: (x, h0) => x.reduce((h, input) => Math.fround(input - h), h0),
  };
  const terms = { laws: ['r-state-within-bound'] };
  expect(outcomes(registered(rounded, { ...terms, format: 'float32' }))).toEqual([
    ['r-state-within-bound', 'passed'],
  ]);
  expect(outcomes(registered(rounded, terms))[0]).not.toContain('passed');
});

test('refuses what names nothing before any test is registered', () => {
  const refused =
    (functions: SubjectFunctions, options: ConformanceOptions = {}) =>
    () => {
      registered(functions, options);
    };
  expect(refused({})).toThrow(
    'conformance: must be given one of alternatingSum, output, softmaxAttention, linearAttention, got none',
  );
  expect(refused(right, { laws: ['r-rank'] })).toThrow("conformance: must name a law, got 'r-rank'");
  expect(refused(right, { knownFailures: [{ law: 'x', reason: 'y' }] })).toThrow("must name a law, got 'x'");
  expect(refused(right, { system: 'rnm' })).toThrow("conformance: must name a system, got 'rnm'");
  vi.stubEnv('COUNTERCLAIM_SEED', 'x');
  expect(refused(right)).toThrow('COUNTERCLAIM_SEED: must be an integer');
  expect(tests).toEqual([]);
});
