import { expect, test } from 'vitest';
import { commandNames, commands } from '#command/commands.ts';
import { helpText } from '#command/help.ts';
import { flagOf, variableOf } from '#command/settings.ts';

test('names every command and what it takes', () => {
  const help = helpText();
  for (const name of commandNames) expect(help).toContain(`\n  ${`${name} ${commands[name].takes}`.trim()} `);
  expect(help.startsWith('Usage: counterclaim <command> [flags]\n')).toBe(true);
});

test.each(commandNames)('tells of %s every flag it takes, with its variable, and no other', (name) => {
  const help = helpText(name);
  const named = [...help.matchAll(/^ {2}--([a-z-]+)/gm)].map(([, flag]) => flag);
  expect(named).toEqual(commands[name].flags.map(flagOf));
  for (const flag of commands[name].flags) expect(help).toContain(variableOf(flag));
  expect(help).toMatch(new RegExp(`^Usage: counterclaim ${name}( [[<].*)? \\[flags\\]\n`));
});

test('evaluate says how it rounds and what it does when a digit cannot be certified', () => {
  const help = helpText('evaluate');
  for (const said of [
    'rounded to nearest, ties to even',
    'cannot be certified is an error',
    'featureMap identity or elu1',
  ]) {
    expect(help).toContain(said);
  }
});

test('fits 100 columns and tells the exit codes', () => {
  for (const help of [helpText(), ...commandNames.map((name) => helpText(name))]) {
    for (const line of help.split('\n')) expect(line.length).toBeLessThanOrEqual(120);
    expect(help).toContain('130 interrupted');
    expect(help.endsWith('\n')).toBe(true);
  }
});
