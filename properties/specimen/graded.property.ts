import { join } from 'node:path';
import { expect, test } from 'vitest';
import { gradeSubject } from '#conformance/grade-subject.ts';
import { gradedLaws } from '#conformance/graded-laws.ts';
import { openModule } from '#conformance/module-host.ts';
import { openProcess } from '#conformance/process-host.ts';
import { gradeOf, hostOf, someSeed } from '../conformance/graded-stage.ts';
import { correctImplementations } from './correct/implementations.ts';
import { type Hostile, hostileModules, hostileProcesses, limitsOf } from './hostile.ts';
import { namedLaw } from './matrix.ts';
import { subjectSpecimens, unrulySpecimens } from './subject/specimens.ts';

/** Seeds with which each specimen is graded whole: 20 wrong, 200 correct ones are the figures that are stood for. */
const runs = process.env.COUNTERCLAIM_RUNS === undefined ? 0 : Number(process.env.COUNTERCLAIM_RUNS);
const first = someSeed();

/** On the gate, some of many: others with each seed. */
function inTurn<T>(all: readonly T[], count: number): readonly T[] {
  if (runs > 0) return all;
  return Array.from(
    { length: count },
    (_, i) => all[(first + i * Math.floor(all.length / count)) % all.length]!,
  );
}

/** The seeds of this run. */
const seeds = Array.from({ length: Math.max(1, runs) }, (_, i) => first + i);

test('a wrong implementation is failed by its law, and by that alone among those it builds on', () => {
  for (const seed of seeds) {
    for (const one of inTurn(subjectSpecimens, 8)) {
      const law = namedLaw(one);
      const prerequisites = [`${one.system}-shape`, `${one.system}-finite`];
      const laws = runs > 0 ? gradedLaws.map(({ id }) => id) : [...prerequisites, law];
      const grade = gradeSubject(hostOf(one.create()), { seed, runs: 100, laws });
      const { status, witness } = gradeOf(grade.laws, law);
      expect([seed, one.name, status]).toEqual([seed, one.name, 'failed']);
      expect([seed, one.name, witness!.repeats]).toEqual([seed, one.name, true]);
      const broken = prerequisites.filter((id) => gradeOf(grade.laws, id).status === 'failed');
      expect([one.name, broken]).toEqual([one.name, one.basic === undefined ? [] : [law]]);
    }
  }
});

test('one that is wrong across calls only is failed by its law of behaviour', () => {
  for (const seed of seeds) {
    for (const one of inTurn(unrulySpecimens, 9)) {
      const law = namedLaw(one);
      const laws = runs > 0 ? gradedLaws.map(({ id }) => id) : [law];
      const grade = gradeSubject(hostOf(one.create()), { seed, runs: 100, laws });
      expect([seed, one.name, gradeOf(grade.laws, law).status]).toEqual([seed, one.name, 'failed']);
    }
  }
});

test('a correct implementation passes every law that asks it anything', () => {
  for (const seed of seeds) {
    for (const subject of inTurn(correctImplementations, 2)) {
      const grade = gradeSubject(hostOf(subject), { seed, runs: runs > 0 ? 100 : 20 });
      const others = grade.laws.filter(({ status }) => status !== 'passed' && status !== 'skipped');
      expect([seed, subject.name, others]).toEqual([seed, subject.name, []]);
      expect(grade.laws.filter(({ status }) => status === 'passed').length).toBeGreaterThan(15);
    }
  }
});

const folder = join(import.meta.dirname, 'hostile');
/** Those that fail by a limit of time take it each time. */
const quick = ({ named, calls, atEnd, limits }: Hostile): boolean =>
  calls > 0 && atEnd !== true && limits === undefined && named !== 'time limit';

test.each([
  ...inTurn(hostileModules.filter(quick), 2).map((one) => ({ kind: 'module' as const, one })),
  ...inTurn(hostileProcesses.filter(quick), 3).map((one) => ({ kind: 'process' as const, one })),
])('a hostile $kind ends as not answered, with what it did: $one.file', ({ kind, one }) => {
  const limits = { ...limitsOf(one), restarts: 1 };
  const host =
    kind === 'module'
      ? openModule(join(folder, kind, `${one.file}.mjs`), limits)
      : openProcess(['sh', join(folder, kind, `${one.file}.sh`)], limits);
  if ('kind' in host) throw new Error(host.kind);
  const grade = gradeSubject(host, { seed: first, runs: 1 });
  host.close();
  expect(grade.failure?.kind).toBe(one.named);
  expect(grade.laws.some(({ status }) => status === 'errored')).toBe(true);
});
