import type { Law } from '#law/law.ts';
import { Asker } from './asker.ts';
import type { FunctionName } from './contract.ts';
import { failureWords } from './failure.ts';
import type { Grade, LawGrade } from './grade.ts';
import type { Finding, GradedLaw, Terms } from './graded-law.ts';
import { gradedLaws } from './graded-laws.ts';
import type { Host } from './host.ts';
import { witnessOf } from './witness.ts';

/** How a subject is graded. */
export interface GradeOptions {
  readonly seed: number;
  /** Random calls of each law of values; relations are tried at fewer. */
  readonly runs: number;
  /** Ids of the laws that are asked for; all when absent. */
  readonly laws?: readonly string[];
  readonly system?: Law['system'];
  /** Milliseconds after which no further law is begun. */
  readonly timeLimit?: number;
  /** Hears of each law as it is settled. */
  readonly onProgress?: (progress: Progress) => void;
  /** How the subject is named on the command line, for the commands that replay. */
  readonly spec?: string;
  /** The version of the suite. */
  readonly suite?: string;
}

/** A law that was settled, and how many are. */
export interface Progress {
  readonly settled: number;
  readonly of: number;
  readonly law: LawGrade;
}

/** Random calls of each law unless more are asked for. */
export const defaultRuns = 100;

/**
 * Grades a subject: every law that is asked for, cheap and telling first, complete also when some are broken.
 *
 * The host is not closed.
 */
export function gradeSubject(host: Host, options: GradeOptions): Grade {
  const steps = gradeSteps(host, options);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** The same with a pause wherever it may be left: after each law, and where laws take turns. */
export function* gradeSteps(host: Host, options: GradeOptions): Generator<void, Grade> {
  const { seed, runs, spec = '', suite = '' } = options;
  const asker = new Asker(host);
  const laws = yield* new Examination(asker, options, { seed, runs }).run();
  return {
    version: 1,
    suite,
    subject: { spec, ...host.about },
    seed,
    laws,
    ...(asker.firstFailure && { failure: asker.firstFailure }),
    printed: host.printed(),
  };
}

type Turn = 'to its pause' | 'to its end';

/** What is done in which order: each stage for all laws of it before the next. */
const turns: readonly (readonly [GradedLaw['stage'], Turn])[] = [
  ['shape', 'to its end'],
  ['finite', 'to its end'],
  ['values', 'to its pause'],
  ['behaviour', 'to its pause'],
  ['values', 'to its end'],
  ['relation', 'to its end'],
  ['behaviour', 'to its end'],
];

class Examination {
  readonly #asker: Asker;
  readonly #options: GradeOptions;
  readonly #terms: Terms;
  readonly #laws: readonly GradedLaw[];
  readonly #grades: Map<GradedLaw, LawGrade> = new Map();
  readonly #paused: Map<GradedLaw, Iterator<void, Finding>> = new Map();
  /** The prerequisite that a function fails. */
  readonly #blocked: Map<FunctionName, string> = new Map();
  readonly #end: number;

  constructor(asker: Asker, options: GradeOptions, terms: Terms) {
    const { laws, system, timeLimit = Number.POSITIVE_INFINITY } = options;
    this.#asker = asker;
    this.#options = options;
    this.#terms = terms;
    this.#laws = gradedLaws.filter(
      (law) => (laws?.includes(law.id) ?? true) && (system === undefined || law.system === system),
    );
    this.#end = performance.now() + timeLimit;
  }

  *run(): Generator<void, LawGrade[]> {
    for (const [stage, turn] of turns) {
      for (const law of this.#laws) {
        if (law.stage !== stage || this.#grades.has(law)) continue;
        this.#advance(law, turn);
        yield;
      }
    }
    return this.#laws.map((law) => this.#grades.get(law)!);
  }

  #advance(law: GradedLaw, turn: Turn): void {
    const examining = this.#paused.get(law) ?? this.#begun(law);
    if (examining === undefined) return;
    this.#paused.set(law, examining);
    let step: IteratorResult<void, Finding>;
    do step = examining.next();
    while (step.done !== true && turn === 'to its end');
    if (step.done === true) this.#settle(law, step.value);
  }

  /** The examination of a law that can be asked. */
  #begun(law: GradedLaw): Iterator<void, Finding> | undefined {
    const offered = law.fns.filter((fn) => this.#asker.host.about.implements.includes(fn));
    const fit = offered.filter((fn) => !this.#blocked.has(fn));
    if (offered.length === 0) {
      this.#conclude(law, {
        status: 'skipped',
        cases: 0,
        why: `the subject offers no ${law.fns.join(', no ')}`,
      });
    } else if (fit.length === 0) {
      this.#conclude(law, {
        status: 'blocked',
        cases: 0,
        why: `builds on ${this.#blocked.get(offered[0]!)!}`,
      });
    } else if (performance.now() > this.#end) {
      this.#conclude(law, { status: 'errored', cases: 0, why: 'the time of the run was over' });
    } else {
      return law.examine(this.#asker, fit, this.#terms);
    }
    return undefined;
  }

  #settle(law: GradedLaw, found: Finding): void {
    switch (found.status) {
      case 'failed': {
        for (const { fn } of found.breakage.exhibit.calls) this.#block(law, fn);
        const { breakage, ...rest } = found;
        const witness = witnessOf(law, breakage, this.#asker, {
          spec: this.#options.spec ?? '',
          seed: this.#terms.seed,
        });
        this.#conclude(law, { ...rest, witness });
        break;
      }
      case 'errored':
        for (const fn of law.fns) this.#block(law, fn);
        this.#conclude(law, { status: 'errored', cases: found.cases, why: failureWords(found.failure) });
        break;
      case 'skipped': {
        // It may be for want of a function that is not fit to be asked.
        const builtOn = law.fns.map((fn) => this.#blocked.get(fn)).find((id) => id !== undefined);
        const blocked = { status: 'blocked', cases: 0, why: `builds on ${String(builtOn)}` } as const;
        this.#conclude(law, builtOn === undefined ? found : blocked);
        break;
      }
      case 'passed':
        this.#conclude(law, found);
    }
  }

  #block({ stage, id }: GradedLaw, fn: FunctionName): void {
    if (stage === 'shape' || stage === 'finite') this.#blocked.set(fn, id);
  }

  #conclude(law: GradedLaw, found: Omit<LawGrade, 'law' | 'system' | 'says'>): void {
    const { id, system, says } = law;
    const graded = { law: id, system, says, ...found };
    this.#grades.set(law, graded);
    this.#options.onProgress?.({ settled: this.#grades.size, of: this.#laws.length, law: graded });
  }
}
