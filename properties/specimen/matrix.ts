import type { LawGrade } from '#conformance/grade.ts';
import { gradeSubject } from '#conformance/grade-subject.ts';
import { gradedLaws } from '#conformance/graded-laws.ts';
import type { Subject } from '#law/subject.ts';
import { hostOf } from '../conformance/graded-stage.ts';
import type { Recorded } from '../hunt/recorded.mjs';
import { correctImplementations } from './correct/implementations.ts';
import { hostileModules, hostileProcesses } from './hostile.ts';
import { type PlacedSpecimen, subjectSpecimens, unrulySpecimens } from './subject/specimens.ts';

/** The seed of the matrix that is kept. */
export const matrixSeed = 1;

/** Random calls of each law, as many as `conform` makes unless told otherwise. */
const RUNS = 100;

/** A wrong implementation, and every law that it breaks. */
export interface CaughtSpecimen {
  readonly name: string;
  readonly system: string;
  /** What is wrong with it: `starts from -h0`. */
  readonly wrong: string;
  /** The law that must catch it. */
  readonly named: string;
  readonly caughtBy: readonly string[];
}

/** A correct implementation, and its largest error as a share of the bound that the contract gives. */
export interface CorrectShare {
  readonly name: string;
  readonly system: string;
  readonly format: string;
  readonly share: number;
}

/** A kernel of ours, and the largest error ever found as a share of the bound that it declares. */
export interface KernelShare {
  readonly kernel: string;
  readonly system: string;
  readonly tier: string;
  readonly format: string;
  readonly share: number;
}

/** Laws against specimens. */
export interface Matrix {
  readonly laws: readonly { readonly id: string; readonly system: string }[];
  readonly specimens: readonly CaughtSpecimen[];
  /** Those that break off instead of being wrong, and what that is called. */
  readonly hostile: readonly { readonly kind: string; readonly file: string; readonly named: string }[];
  readonly correct: readonly CorrectShare[];
  readonly kernels: readonly KernelShare[];
}

/** Every wrong implementation. */
export const wrongImplementations: readonly PlacedSpecimen[] = [...subjectSpecimens, ...unrulySpecimens];

/** The law of the grade that a specimen names: those of behaviour and those that others build on are of one system each. */
export function namedLaw({ system, caughtBy, basic }: PlacedSpecimen): string {
  const id = basic ?? caughtBy;
  return gradedLaws.some((law) => law.id === id) ? id : `${system}-${id}`;
}

/** The grade of each law, or of those that are asked for. */
export function gradesOf(subject: Subject, seed: number, laws?: readonly string[]): readonly LawGrade[] {
  return gradeSubject(hostOf(subject), { seed, runs: RUNS, ...(laws && { laws }) }).laws;
}

/** Grades a wrong implementation by every law. */
export function caught(one: PlacedSpecimen, seed: number): CaughtSpecimen {
  const broken = gradesOf(one.create(), seed).filter(({ status }) => status === 'failed');
  return {
    name: one.name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, ''),
    system: one.system,
    wrong: one.name,
    named: namedLaw(one),
    caughtBy: broken.map(({ law }) => law),
  };
}

/** The system that an implementation is of. */
export function systemOf({ functions }: Subject): string {
  if (functions.alternatingSum !== undefined) return 'rnn';
  return functions.softmaxAttention === undefined ? 'linear-attention' : 'softmax-attention';
}

const valueLaws = gradedLaws.filter(({ stage }) => stage === 'values').map(({ id }) => id);

/** The largest error over bound in a grade. */
export function sharpest(subject: Subject, seed: number): CorrectShare {
  const shares = gradesOf(subject, seed, valueLaws).map(({ worst }) => worst?.share ?? 0);
  return {
    name: subject.name,
    system: systemOf(subject),
    format: subject.format.name,
    share: threeDigits(Math.max(...shares)),
  };
}

/** By the first word of their names in the hunt. */
const huntedSystems: Readonly<Record<string, string>> = {
  recurrence: 'rnn',
  softmax: 'softmax-attention',
  linear: 'linear-attention',
};

/** What the hunt has found of our own kernels. */
export function kernelShares(recorded: readonly Recorded[]): readonly KernelShare[] {
  const shares = new Map<string, number>();
  for (const { kernel, share, violation } of recorded) {
    if (violation !== true) shares.set(kernel, Math.max(share, shares.get(kernel) ?? 0));
  }
  return [...shares].map(([name, share]) => {
    // `softmax tiled, simd, binary64`, `recurrence output, lanes, plain, binary32`
    const [, system, kernel, tier, format] = /^(\w+) (.+), (\w+), (\w+)$/.exec(name)!;
    return {
      kernel: kernel!,
      system: huntedSystems[system!]!,
      tier: tier!,
      format: format!,
      share: threeDigits(share),
    };
  });
}

function threeDigits(share: number): number {
  return Number(share.toPrecision(3));
}

/** The whole matrix. */
export function matrixOf(recorded: readonly Recorded[], seed: number = matrixSeed): Matrix {
  return {
    laws: gradedLaws.map(({ id, system }) => ({ id, system })),
    specimens: wrongImplementations.map((one) => caught(one, seed)),
    hostile: [
      ...hostileModules.map(({ file, named }) => ({ kind: 'module', file, named })),
      ...hostileProcesses.map(({ file, named }) => ({ kind: 'process', file, named })),
    ],
    correct: correctImplementations.map((subject) => sharpest(subject, seed)),
    kernels: kernelShares(recorded),
  };
}
