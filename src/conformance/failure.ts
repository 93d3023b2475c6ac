import { printable } from './printable.ts';

/** What must hold of a subject before any call is judged; each kind is one way to fail it, and no other. */
const musts = {
  'no such module': 'the module must exist',
  'unreadable module': 'the module must be a file that can be read',
  'type stripping': 'TypeScript source needs a Node that strips types (22.18 or later)',
  'does not parse': 'the module must parse',
  'import missing': 'what the module imports must be found',
  'nothing known': 'must offer a function of the contract',
  'not a function': 'what is offered under the name of a function of the contract must be a function',
  'wrong declaration': 'name must be text and format one of float64 and float32',
  'no such command': 'the command must be found',
  'no permission': 'the command must be permitted',
  'no such builtin': 'the builtin must be a known kernel',
  'start limit': 'must start within its limit',
  'threw at start': 'must load without an error',
  'time limit': 'must reply within the time limit',
  'memory limit': 'must keep to the memory limit',
  exited: 'must run until it is told to stop',
  crashed: 'must not end by an error outside of a call',
  stuck: 'must end when it is killed',
  stopped: 'must run for as long as it is asked',
  'given up': 'must not be stopped again and again',
  oversize: 'a result must fit the channel',
  'output before start': 'must write nothing before it is started',
  version: 'must speak version 1 of the protocol',
  format: 'format must be one of float64 and float32',
  'not JSON': 'a reply must be one line of JSON',
  'bare NaN': 'a number that JSON cannot write must be a string in a reply',
  'wrong id': 'a reply must carry the id of its request',
  'stale id': 'a reply must not repeat the id of an earlier request',
  'text id': 'the id of a reply must be a number',
  'missing field': 'a reply must hold its fields',
  'several outcomes': 'a reply must hold one of result, error and skipped',
  'extra output': 'must write nothing but one line a request',
  'endless line': 'a line must end within the length limit',
  'endless output': 'must not write without end',
  'closed input': 'must read its input until it is told to stop',
  'closed output': 'must keep its output open until it is told to stop',
  'exit after stop': 'must exit with 0 when it is told to stop',
  'no exit after stop': 'must exit when it is told to stop',
} as const;

/** A way in which a subject cannot be asked, or broke off; never a wrong value. */
export type FailureKind = keyof typeof musts;

/** What happened, as a kind and what was seen. */
export interface Failure {
  readonly kind: FailureKind;
  /** One line, printable and short; empty when the kind says all. */
  readonly got: string;
}

/** Kinds that are the fault of who wrote the command line, not of the implementation: exit 2 rather than 4. */
const usage: readonly FailureKind[] = [
  'no such module',
  'unreadable module',
  'type stripping',
  'does not parse',
  'import missing',
  'nothing known',
  'not a function',
  'wrong declaration',
  'no such command',
  'no permission',
  'no such builtin',
];

/** Letters kept of what a subject wrote or threw. */
const longestGot = 300;

/** A failure; what was seen is made printable and short. */
export function failure(kind: FailureKind, got = ''): Failure {
  return { kind, got: printable(got, longestGot) };
}

/** Whether a failure is one of usage: there is nothing to grade. */
export function isUsage({ kind }: Failure): boolean {
  return usage.includes(kind);
}

/** What must hold, and what was seen. */
export function failureWords({ kind, got }: Failure): string {
  return got === '' ? musts[kind] : `${musts[kind]}, got ${got}`;
}

/** Every kind, for who lists or tests them all. */
export const failureKinds: readonly FailureKind[] = Object.keys(musts) as FailureKind[];
