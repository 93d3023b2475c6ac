import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readOrder } from '#command/arguments.ts';
import { commandNames } from '#command/commands.ts';

test('reads a command with its operands and flags', () => {
  expect(readOrder(['decide', 'q1-a', '--seed', '5', 'q1-b', '--time-limit=2', '--json'], {})).toEqual({
    command: 'decide',
    operands: ['q1-a', 'q1-b'],
    settings: { seed: 5, timeLimit: 2, json: true },
  });
  expect(readOrder(['evaluate', '--digits', '60'], {})).toMatchObject({ settings: { digits: 60 } });
  expect(readOrder(['certify', ' '], {})).toHaveProperty('fault');
  expect(readOrder(['list'], {})).toEqual({ command: 'list', operands: [], settings: {} });
  expect(readOrder(['show', '--', '--json'], {})).toMatchObject({ operands: ['--json'], settings: {} });
});

test('lets a flag win over the variable that mirrors it, and the last flag over others', () => {
  const env = { COUNTERCLAIM_SEED: '1', COUNTERCLAIM_DIGITS: '30' };
  expect(readOrder(['decide', '--seed', '2', '--seed', '3'], env)).toMatchObject({
    settings: { seed: 3, digits: 30 },
  });
  expect(readOrder(['list', '--json'], { COUNTERCLAIM_JSON: '0' })).toMatchObject({
    settings: { json: true },
  });
});

test('reads help and version wherever they stand', () => {
  for (const argv of [['help'], ['--help'], ['-h']]) expect(readOrder(argv, {})).toEqual({ command: 'help' });
  for (const argv of [
    ['help', 'show'],
    ['show', '--help'],
    ['-h', 'show'],
  ]) {
    expect(readOrder(argv, {})).toEqual({ command: 'help', about: 'show' });
  }
  for (const argv of [['--version'], ['-v'], ['decide', '--version']]) {
    expect(readOrder(argv, {})).toEqual({ command: 'version' });
  }
});

test.each([
  [[], "counterclaim: a command must be given; see 'help'"],
  [['decied'], "counterclaim: the command must be known, got 'decied'; did you mean 'decide'?"],
  [['frobnicate'], "counterclaim: the command must be known, got 'frobnicate'"],
  [['help', 'shwo'], "counterclaim: the command must be known, got 'shwo'; did you mean 'show'?"],
  [['help', 'show', 'list', 'decide'], "help: must be about one command, got 'list decide' as well"],
  [['decide', '--sed', '5'], "counterclaim: the flag must be known, got '--sed'; did you mean '--seed'?"],
  [['decide', '-x'], "counterclaim: the flag must be known, got '-x'"],
  [['decide', '--seed'], "--seed: must be an integer from 0 to 4294967295, got ''"],
  [['decide', '--seed', '--json'], "--seed: must be an integer from 0 to 4294967295, got '--json'"],
  [['decide', '--json=no'], "--json: must be 1, true, 0 or false, got 'no'"],
  [['decide', ''], "decide: the selection must name a claim, got ''"],
  [['list', '--seed', '5'], 'list: has no flag --seed'],
  [['list', 'q1-a'], "list: takes no operand, got 'q1-a'"],
  [['evaluate', 'a', 'b'], "evaluate: takes no operand, got 'a b'"],
  [['show'], 'show: must be given one claim id, got none'],
  [['show', 'a', 'b'], 'show: must be given one claim id, got 2'],
  [['conform'], 'conform: must be given a subject, got none'],
  [['conform', 'a', '--json'], "--json: must be a file, got ''"],
  [['conform', 'a', '--reports', 'b'], 'conform: has no flag --reports'],
  [['conform', 'a', '--format', 'half'], "--format: must be one of float64 and float32, got 'half'"],
  [['conform', 'a', '--laws', 'b,,c'], "--laws: must be names of laws, with commas between, got 'b,,c'"],
  [['conform', 'a', '--grade', 'moodle'], "--grade: must be gradescope or gradescope=FILE, got 'moodle'"],
  [
    ['conform', 'a', '--grade', 'gradescope= '],
    "--grade: must be gradescope or gradescope=FILE, got 'gradescope= '",
  ],
  [['list', '--smoke'], 'list: has no flag --smoke'],
  [['replay'], 'replay: must be given one witness file, got none'],
] as const)('refuses %j in one line', (argv, fault) => {
  expect(readOrder(argv, {})).toEqual({ fault });
});

test('reads what conform takes, where --json names a file', () => {
  const order = readOrder(
    [
      ...['conform', 'module:a.mjs', '--json', 'grade.json', '--smoke', '--laws', 'a, b', '--system', 'rnn'],
      ...['--format', 'float32', '--grade', 'gradescope', '--junit=j.xml', '--weights', 'w.json'],
      ...['--known-failures', 'k.json', '--replay', '{"law":"a"}'],
    ],
    {},
  );
  expect(order).toEqual({
    command: 'conform',
    operands: ['module:a.mjs'],
    settings: {
      jsonFile: 'grade.json',
      smoke: true,
      laws: ['a', 'b'],
      system: 'rnn',
      format: 'float32',
      gradescope: 'results.json',
      junit: 'j.xml',
      weights: 'w.json',
      knownFailures: 'k.json',
      replay: '{"law":"a"}',
    },
  });
  expect(readOrder(['--json', 'a.json', 'conform', 'b'], {})).toMatchObject({
    settings: { jsonFile: 'a.json' },
  });
  expect(readOrder(['--json', 'list'], {})).toMatchObject({ settings: { json: true } });
});

test('refuses a variable before anything else', () => {
  expect(readOrder(['list'], { COUNTERCLAIM_NONSENSE: '' })).toHaveProperty('fault');
});

test('answers any command line with an order or with one line', () => {
  const part = fc.oneof(
    fc.constantFrom(
      'decide',
      'show',
      'list',
      'conform',
      'help',
      '--seed',
      '--json',
      '--help',
      '-h',
      '--',
      '-',
      '5',
      'q1-a',
    ),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 5 }), (argv) => {
      const order = readOrder(argv, {});
      if ('fault' in order) expect(order.fault.length).toBeGreaterThan(0);
      else expect([...commandNames, 'help', 'version']).toContain(order.command);
    }),
  );
});
