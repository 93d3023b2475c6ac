import { failureWords } from '#conformance/failure.ts';
import type { Grade, LawGrade } from '#conformance/grade.ts';
import { gradedLaws } from '#conformance/graded-laws.ts';
import { block } from './escape.ts';
import { type Graded, outcomeOf } from './graded.ts';
import { jsonText } from './json-text.ts';
import { evidenceText, lawLines } from './law-text.ts';

/** Points by the name of a law or of a system. */
export type Weights = Readonly<Record<string, number>>;

/**
 * Reads weights: `{ "law-or-system": points }`.
 *
 * @param names of the laws and systems that there are
 * @throws when it is no such object, a name is unknown, or points are not a number of 0 or more
 */
export function parseWeights(text: string, names: readonly string[]): Weights {
  const weights: unknown = JSON.parse(text);
  if (typeof weights !== 'object' || weights === null || Array.isArray(weights)) {
    throw new Error('must be an object { "law-or-system": points }');
  }
  const entries = Object.entries(weights as Readonly<Record<string, unknown>>);
  if (entries.length === 0) throw new Error('must name a law or a system');
  for (const [name, points] of entries) {
    if (!names.includes(name)) throw new Error(`must name a law or a system, got '${name}'`);
    if (typeof points !== 'number' || !Number.isFinite(points) || points < 0) {
      throw new Error(`${name}: must be points of 0 or more, got ${JSON.stringify(points)}`);
    }
  }
  return Object.fromEntries(entries) as Weights;
}

/**
 * The grade as `results.json` of Gradescope: a test for each law with its share of the points, and the input on which it
 * is broken.
 *
 * A law has the points of its own name; what a system is given is shared alike by its other laws. Without weights each
 * law has one point. A law that was skipped has no share, unless the weights ask for it: by its name, or by its system
 * where the subject offers no function that it is about.
 */
export function gradescopeResults(graded: Graded, weights: Weights | undefined): string {
  const { laws, failure, seed, suite, subject } = graded.grade;
  const shares = (law: LawGrade): boolean =>
    law.status !== 'skipped' || (weights !== undefined && lacks(subject, law));
  const sharers = new Map<string, number>();
  for (const law of laws) {
    if (weights?.[law.law] === undefined && shares(law)) {
      sharers.set(law.system, (sharers.get(law.system) ?? 0) + 1);
    }
  }
  const pointsOf = (law: LawGrade): number => {
    const own = weights?.[law.law];
    if (own !== undefined) return own;
    if (!shares(law)) return 0;
    return weights === undefined ? 1 : (weights[law.system] ?? 0) / sharers.get(law.system)!;
  };
  const tests = laws
    .filter((law) => pointsOf(law) > 0)
    .map((law) => ({
      name: law.law,
      status: law.status === 'passed' ? 'passed' : 'failed',
      score: law.status === 'passed' ? round(pointsOf(law)) : 0,
      max_score: round(pointsOf(law)),
      output_format: 'md',
      output: lawOutput(law),
    }));
  const broke = failure === undefined ? '' : `\n\n${block('text', failureWords(failure))}`;
  const output = `counterclaim ${suite}, seed ${seed}: ${outcomeOf(graded)}${broke}`;
  // Gradescope takes the score of a submission without tests for missing, and fails it.
  const total = tests.length === 0 ? { score: 0 } : {};
  return jsonText({ ...total, output_format: 'md', output, tests });
}

/** Whether a subject offers no function that a law is about. */
function lacks(subject: Grade['subject'], { law }: LawGrade): boolean {
  const fns = gradedLaws.find(({ id }) => id === law)?.fns ?? [];
  return !fns.some((fn) => subject.implements.includes(fn));
}

function lawOutput(law: LawGrade): string {
  const lines = law.status === 'passed' ? [law.says, evidenceText(law)] : lawLines(law);
  return block('text', [law.status, ...lines].join('\n'));
}

/** Shares of points, to a millionth: a third of 10 is not to be read to 16 digits. */
function round(points: number): number {
  return Math.round(points * 1e6) / 1e6;
}
