import { expect, test } from 'vitest';
import { commandNames, commands } from '#command/commands.ts';
import { flagOf, settingNames } from '#command/settings.ts';

test('every setting is a flag of some command, and every command has a flag for JSON', () => {
  const flags = commandNames.map((name) => commands[name].flags);
  expect(new Set(flags.flat())).toEqual(new Set(settingNames));
  for (const some of flags) expect(some.some((flag) => flagOf(flag) === 'json')).toBe(true);
});

test('tells operands that fit from those that do not', () => {
  const { decide, show, replay, evaluate, list, conform } = commands;
  expect(decide.operandFault([])).toBeUndefined();
  expect(decide.operandFault(['a', 'b'])).toBeUndefined();
  expect(decide.operandFault(['a', ' '])).toBe("the selection must name a claim, got ''");
  expect([show.operandFault(['a']), replay.operandFault(['a'])]).toEqual([undefined, undefined]);
  expect(replay.operandFault(['a', 'b'])).toBe('must be given one witness file, got 2');
  expect([evaluate.operandFault([]), list.operandFault([])]).toEqual([undefined, undefined]);
  expect(list.operandFault(['a'])).toBe("takes no operand, got 'a'");
  expect(conform.operandFault(['module:a.mjs', 'folder'])).toBeUndefined();
  expect(conform.operandFault([])).toBe('must be given a subject, got none');
  expect(conform.operandFault(['a', ' '])).toBe("a subject must be named, got ''");
});
