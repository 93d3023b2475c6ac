import type { SettingName } from './settings.ts';

export const commandNames = ['decide', 'show', 'replay', 'evaluate', 'list'] as const;

/** A command by its name. */
export type CommandName = (typeof commandNames)[number];

/** What a command takes, and what is said of it. */
interface Command {
  readonly takes: string;
  readonly says: string;
  readonly flags: readonly SettingName[];
  /** What is wrong with the operands, if anything. */
  readonly operandFault: (operands: readonly string[]) => string | undefined;
}

const searching = ['seed', 'runs', 'time-limit', 'digits'] as const;

/** The commands, in the order of the help. */
export const commands: Readonly<Record<CommandName, Command>> = {
  decide: {
    takes: '[id ...]',
    says: 'decides every claim, or those named, and writes the reports',
    flags: [...searching, 'reports', 'json'],
    operandFault: (ids) =>
      ids.some((id) => id.trim() === '') ? "the selection must name a claim, got ''" : undefined,
  },
  show: {
    takes: '<id>',
    says: 'decides one claim and prints its evidence in full',
    flags: [...searching, 'reports', 'json'],
    operandFault: one('claim id'),
  },
  replay: {
    takes: '<witness file>',
    says: 'computes both sides of a witness again, from its file alone',
    flags: ['json'],
    operandFault: one('witness file'),
  },
  evaluate: {
    takes: '',
    says: 'reads requests as lines of JSON and answers each with certified digits',
    flags: ['digits', 'json'],
    operandFault: none,
  },
  list: {
    takes: '',
    says: 'lists the claims and their places in the write-up',
    flags: ['json'],
    operandFault: none,
  },
};

function one(what: string): (operands: readonly string[]) => string | undefined {
  return (operands) =>
    operands.length === 1 ? undefined : `must be given one ${what}, got ${operands.length || 'none'}`;
}

function none(operands: readonly string[]): string | undefined {
  return operands.length === 0 ? undefined : `takes no operand, got '${operands.join(' ')}'`;
}
