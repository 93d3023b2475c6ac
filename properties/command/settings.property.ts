import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  environmentSettings,
  flagOf,
  folderOf,
  readSettings,
  settingNames,
  variableOf,
} from '#command/settings.ts';

const someText = fc.oneof(
  fc.string(),
  fc.constantFrom('1e3', '-1', '0x10', '1.5', ' 1', '', '01', 'constructor'),
);

test('reads every variable that mirrors a flag', () => {
  const env = {
    PATH: '/bin',
    COUNTERCLAIM_SEED: '4294967295',
    COUNTERCLAIM_RUNS: '1',
    COUNTERCLAIM_TIME_LIMIT: '1.5',
    COUNTERCLAIM_DIGITS: '1000',
    COUNTERCLAIM_REPORTS: 'my reports',
    COUNTERCLAIM_JSON: 'true',
    COUNTERCLAIM_SYSTEM: 'rnn',
    COUNTERCLAIM_FORMAT: 'float64',
    COUNTERCLAIM_LAWS: 'a,b',
    COUNTERCLAIM_JSON_FILE: 'a.json',
    COUNTERCLAIM_JUNIT: 'a.xml',
    COUNTERCLAIM_HTML: 'a.html',
    COUNTERCLAIM_GRADE: 'gradescope=b.json',
    COUNTERCLAIM_WEIGHTS: 'c.json',
    COUNTERCLAIM_KNOWN_FAILURES: 'd.json',
    COUNTERCLAIM_SMOKE: '0',
    COUNTERCLAIM_REPLAY: '{}',
    COUNTERCLAIM_REQUIRE_COQ: '1',
  };
  expect(environmentSettings(env)).toEqual({
    seed: 4294967295,
    runs: 1,
    timeLimit: 1.5,
    digits: 1000,
    reports: 'my reports',
    json: true,
    system: 'rnn',
    format: 'float64',
    laws: ['a', 'b'],
    jsonFile: 'a.json',
    junit: 'a.xml',
    html: 'a.html',
    gradescope: 'b.json',
    weights: 'c.json',
    knownFailures: 'd.json',
    smoke: false,
    replay: '{}',
    requireCoq: true,
  });
  expect(settingNames.map(variableOf).sort()).toEqual(Object.keys(env).sort().slice(0, -1));
  expect(environmentSettings({ PATH: '/bin' })).toEqual({});
});

test('refuses a variable it does not know, and suggests one', () => {
  expect(environmentSettings({ COUNTERCLAIM_SEEED: '1' })).toEqual({
    fault: "COUNTERCLAIM_SEEED: must be a known variable; did you mean 'COUNTERCLAIM_SEED'?",
  });
  expect(environmentSettings({ COUNTERCLAIM_: '1' })).toHaveProperty('fault');
});

test.each([
  ['seed', '4294967296', 'an integer from 0 to 4294967295'],
  ['seed', '-1', 'an integer from 0 to 4294967295'],
  ['runs', '0', 'an integer from 1 to 1000000000'],
  ['runs', '1000000001', 'an integer from 1 to 1000000000'],
  ['time-limit', '0', 'a number of seconds above 0'],
  ['time-limit', '5s', 'a number of seconds above 0'],
  ['digits', '0', 'an integer from 1 to 1000'],
  ['digits', '1001', 'an integer from 1 to 1000'],
  ['digits', '1e2', 'an integer from 1 to 1000'],
  ['reports', ' ', 'a folder'],
  ['json', 'yes', '1, true, 0 or false'],
] as const)('refuses %s of %s, naming what must hold and what came', (name, text, must) => {
  expect(readSettings(new Map([[name, text]]), (setting) => `--${setting}`)).toEqual({
    fault: `--${name}: must be ${must}, got '${text}'`,
  });
  expect(environmentSettings({ [variableOf(name)]: text })).toEqual({
    fault: `${variableOf(name)}: must be ${must}, got '${text}'`,
  });
});

test('reads the four ways to write a flag', () => {
  const json = (text: string): unknown => readSettings(new Map([['json', text]]), String);
  expect(['1', 'true', '0', 'false'].map(json)).toEqual([
    { json: true },
    { json: true },
    { json: false },
    { json: false },
  ]);
});

test('any text is either refused or read as what it says', () => {
  fc.assert(
    fc.property(fc.constantFrom(...settingNames), someText, (name, text) => {
      const read = readSettings(new Map([[name, text]]), String);
      if ('fault' in read) return;
      const [value] = Object.values(read) as [unknown];
      if (typeof value === 'number') expect(Number(text)).toBe(value);
      if (Array.isArray(value)) expect(value).toEqual(text.split(',').map((part) => part.trim()));
      if (typeof value === 'string') expect([text, 'results.json']).toContain(value);
      if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
    }),
  );
});

test('every integer in range is read', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), (seed) => {
      expect(readSettings(new Map([['seed', `${seed}`]]), String)).toEqual({ seed });
    }),
  );
});

test('a flag is named as its setting, but for the file of JSON', () => {
  for (const name of settingNames) expect(flagOf(name)).toBe(name === 'json-file' ? 'json' : name);
});

test('the reports go to reports, unless another folder is set', () => {
  expect([folderOf({}), folderOf({ reports: 'mine' })]).toEqual(['reports', 'mine']);
});
