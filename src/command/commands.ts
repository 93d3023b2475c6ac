import type { SettingName } from './settings.ts';

export const commandNames = ['decide', 'show', 'replay', 'evaluate', 'list', 'conform', 'certify'] as const;

/** A command by its name. */
export type CommandName = (typeof commandNames)[number];

/** What a command takes, and what is said of it. */
interface Command {
  readonly takes: string;
  readonly says: string;
  /** What else a reader of its help needs, in lines. */
  readonly more: readonly string[];
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
    more: [
      'Without ids the reports are written whole: claims.json with its schema, claims.md and witness/.',
      'With ids, or when stopped, what was decided goes to partial/ and the whole ones stay as they are.',
    ],
    flags: [...searching, 'reports', 'json'],
    operandFault: (ids) =>
      ids.some((id) => id.trim() === '') ? "the selection must name a claim, got ''" : undefined,
  },
  show: {
    takes: '<id>',
    says: 'decides one claim and prints its evidence in full',
    more: [
      'The statement with its quantifiers, the witness or the region, the repair, and what each proof rests on.',
    ],
    flags: [...searching, 'reports', 'json'],
    operandFault: one('claim id'),
  },
  replay: {
    takes: '<witness file>',
    says: 'computes both sides of a witness again, from its file alone',
    more: ['The file holds exact inputs and a formula for each side; the claims are not consulted.'],
    flags: ['json'],
    operandFault: one('witness file'),
  },
  evaluate: {
    takes: '',
    says: 'reads requests as lines of JSON and answers each with certified digits',
    more: [
      '  {"id":1,"fn":"output","args":{"x":[0,1],"h0":0}}   ->   {"id":1,"result":"..."} or {"id":1,"error":"..."}',
      'fn is alternatingSum or output (args x, h0), softmaxAttention or linearAttention (args q, k, v, options:',
      'scale, causal; causal, normalize, featureMap identity or elu1). NaN, Infinity, -Infinity, -0 are strings.',
      'Results are decimals of the digits asked for (40 when nothing is said), rounded to nearest, ties to even;',
      'a value that ends within them is exact. A last digit that cannot be certified is an error, never a guess.',
    ],
    flags: ['digits', 'json'],
    operandFault: none,
  },
  list: {
    takes: '',
    says: 'lists the claims and their places in the write-up',
    more: ['One line a claim, in document order.'],
    flags: ['json'],
    operandFault: none,
  },
  conform: {
    takes: '<subject> ...',
    says: 'grades implementations: every law, and the smallest input on which one is broken',
    more: [
      'A subject is one of',
      '  module:FILE      an ES module that exports alternatingSum, output, softmaxAttention or linearAttention',
      '  "cmd:COMMAND"    a process that answers lines of JSON; started without a shell',
      '  builtin:KERNEL   a kernel of this package, such as softmax-attention/tiled/simd/binary64; list lists them',
      '  a folder         every module in it (.mjs, .js), each on its own, with a table',
      'What a subject does not offer is skipped. See examples/README.md for the contract and adapters to copy.',
      'Known failures are [{ "law": "...", "reason": "..." }]; weights are { "law-or-system": points }.',
    ],
    flags: [
      'system',
      'laws',
      'format',
      'seed',
      'runs',
      'time-limit',
      'json-file',
      'junit',
      'html',
      'grade',
      'weights',
      'known-failures',
      'smoke',
      'replay',
    ],
    operandFault: subjects,
  },
  certify: {
    takes: '[id ...]',
    says: 'writes what was decided as theorems of Coq, and has coqc check them',
    more: [
      'The files are proof/<id>.v in the reports, and proof/checked.json says which of them Coq has accepted.',
      'Needs coqc 8.16 or later with Interval (Debian: apt-get install coq libcoq-interval); without it the files are',
      'written and nothing is checked.',
    ],
    flags: ['reports', 'require-coq', 'json'],
    operandFault: (ids) =>
      ids.some((id) => id.trim() === '') ? "the selection must name a claim, got ''" : undefined,
  },
};

function subjects(operands: readonly string[]): string | undefined {
  if (operands.length === 0) return 'must be given a subject, got none';
  return operands.some((subject) => subject.trim() === '') ? "a subject must be named, got ''" : undefined;
}

function one(what: string): (operands: readonly string[]) => string | undefined {
  return (operands) =>
    operands.length === 1 ? undefined : `must be given one ${what}, got ${operands.length || 'none'}`;
}

function none(operands: readonly string[]): string | undefined {
  return operands.length === 0 ? undefined : `takes no operand, got '${operands.join(' ')}'`;
}
