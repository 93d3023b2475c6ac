import type { Call } from '#law/subject-call.ts';
import type { Answered, Asker } from './asker.ts';
import { plainCalls } from './graded-calls.ts';
import { atOnce, type Exhibit, type GradedLaw, type Judged } from './graded-law.ts';
import { ownSystems, systemFunctions } from './graded-systems.ts';
import { examined, prepare } from './judge-calls.ts';
import { printable } from './printable.ts';

/** Calls of a function of which each must have a result of the right shape. */
const CALLS = 12;

/** Letters of a result that is none. */
const LONGEST = 200;

/** What keeps an answer from being as it must be, and where; undefined where nothing does. */
type Flaw = (
  answered: Extract<Answered, { outcome: 'answered' | 'fault' }>,
  call: Call,
) => { readonly why: string; readonly place?: number } | undefined;

const shapeFlaw: Flaw = (answered, { fn }) => {
  const { flaw } = answered;
  if (flaw === undefined) return answered.outcome === 'fault' ? answered : undefined;
  const must =
    fn === 'alternatingSum' || fn === 'output' ? 'a number' : 'a plain array of plain arrays of numbers';
  return { why: `${fn}: a result must be ${must}, got ${printable(`${flaw.at}: ${flaw.got}`, LONGEST)}` };
};

const infinite: Flaw = (answered, { fn }) => {
  if (answered.outcome === 'fault') return answered;
  const place = answered.numbers.findIndex((x) => !Number.isFinite(x));
  if (place < 0) return undefined;
  return { why: `${fn}: an entry must be finite, got ${answered.numbers[place]!}`, place };
};

/** Judges the last call by its answer; where anything may come of it, it decides nothing. */
function judgingBy(flawOf: Flaw): GradedLaw['judge'] {
  return (asker: Asker, exhibit: Exhibit): Judged => {
    prepare(asker, exhibit);
    const call = exhibit.calls.at(-1)!;
    if (!asker.isBounded(call)) return { outcome: 'outside' };
    const answered = asker.answer(call);
    if (answered.outcome === 'outside' || answered.outcome === 'failed') return answered;
    const flaw = flawOf(answered, call);
    if (flaw === undefined) return { outcome: 'holds' };
    const { why, place } = flaw;
    return { outcome: 'broken', why, ...(place !== undefined && { place }) };
  };
}

function prerequisites(stage: 'shape' | 'finite', says: string, flawOf: Flaw): GradedLaw[] {
  const judge = judgingBy(flawOf);
  return ownSystems.map((system) => ({
    id: `${system}-${stage}`,
    system,
    says,
    stage,
    fns: systemFunctions[system],
    judge,
    examine: (asker, fns, { seed }) => {
      const calls = fns.flatMap((fn) => plainCalls(fn, asker.format, seed, CALLS));
      const exhibits = calls.map((call) => ({ calls: [call] }));
      return atOnce(() => examined(asker, judge, exhibits));
    },
  }));
}

/** What every other law of a function builds on: at plain calls its results are results, and finite. */
export const prerequisiteLaws: readonly GradedLaw[] = [
  ...prerequisites(
    'shape',
    'a result is a number, or a plain array of plain arrays of numbers, as many as the arguments ask for',
    shapeFlaw,
  ),
  ...prerequisites('finite', 'a result is finite at small numbers and without options', infinite),
];
