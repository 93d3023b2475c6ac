import type { Call } from '#law/subject-call.ts';
import { type Asker, REACH, type Sighting } from './asker.ts';
import type { FunctionName } from './contract.ts';
import { ordinaryCalls } from './graded-calls.ts';
import {
  atOnce,
  type Breakage,
  type Broken,
  type Exhibit,
  type Finding,
  type GradedLaw,
  held,
  type Judged,
} from './graded-law.ts';
import { ownSystems, systemFunctions } from './graded-systems.ts';
import { independence } from './independence.ts';
import { examined, prepare } from './judge-calls.ts';
import type { Observation } from './observer.ts';
import { printable } from './printable.ts';

/** What a law of behaviour does, whatever the system. */
type Behaviour = Pick<GradedLaw, 'examine' | 'judge'>;

type Kinds = readonly Observation['seen'][];

/** Letters of what was observed. */
const LONGEST = 200;

/** What only the realm of the subject can show is not asked where that cannot be watched. */
function inRealm({ examine, judge }: Behaviour): Behaviour {
  const isUnseen = ({ host }: Asker): boolean => host.isWatched === false;
  return {
    examine: (asker, fns, terms) =>
      isUnseen(asker)
        ? atOnce(() => ({ status: 'skipped', cases: 0, why: 'not observable in a process' }))
        : examine(asker, fns, terms),
    judge: (asker, exhibit) => (isUnseen(asker) ? { outcome: 'outside' } : judge(asker, exhibit)),
  };
}

/** Watches for observations, in some calls of its own and in those of every law after it. */
function watching(must: string, ...kinds: Kinds): Behaviour {
  return {
    *examine(asker, fns, terms): Generator<void, Finding> {
      const calls = fns.flatMap((fn) => ordinaryCalls(fn, asker.format, terms.seed, 4));
      asker.ahead(calls);
      for (const call of calls) {
        const answered = asker.answer(call);
        if (answered.outcome === 'failed') return { status: 'errored', cases: 0, failure: answered.failure };
      }
      if (firstSighting(asker, fns, kinds) === undefined) yield;
      const cases = fns.reduce((sum, fn) => sum + asker.calls.get(fn)!, 0);
      const sighting = firstSighting(asker, fns, kinds);
      if (sighting === undefined) return held(cases);
      return { status: 'failed', cases, breakage: breakageOf(asker, sighting, kinds, must) };
    },
    judge: (asker, exhibit): Judged => {
      prepare(asker, exhibit);
      const call = exhibit.calls.at(-1)!;
      const answered = asker.answer(call);
      if (answered.outcome === 'failed' || answered.outcome === 'outside') return answered;
      const observation = asker.observations().find(({ seen }) => kinds.includes(seen));
      return observation === undefined ? { outcome: 'holds' } : brokenBy(observation, call, must);
    },
  };
}

function firstSighting(
  { sightings }: Asker,
  fns: readonly FunctionName[],
  kinds: Kinds,
): Sighting | undefined {
  return fns.flatMap((fn) => kinds.flatMap((kind) => sightings.get(fn)?.get(kind) ?? []))[0];
}

function brokenBy({ seen, at, got }: Observation, { fn }: Call, must: string): Broken {
  return { outcome: 'broken', why: `${fn}: ${must}, got ${seen}: ${printable(`${at}, ${got}`, LONGEST)}` };
}

/** What one call shows is shown by it alone; what has to do with earlier results, by as few of them as was found. */
function breakageOf(
  asker: Asker,
  { observation, call, before, reply }: Sighting,
  kinds: Kinds,
  must: string,
): Breakage {
  const isAcross = observation.seen.startsWith('earlier');
  const calls = isAcross ? [call, call] : [call];
  const broken = brokenBy(observation, call, must);
  const shows = (): boolean => {
    // As many as an observer looks back, so that it has forgotten all others.
    prepare(asker, { calls: Array.from({ length: REACH + 2 }, () => call) });
    return asker.observations().some(({ seen }) => kinds.includes(seen));
  };
  return { exhibit: { calls: isAcross && !shows() ? [...before, call] : calls }, broken, reply };
}

/** Calls of each function with frozen arguments. */
const FROZEN = 12;

const frozen: Behaviour = {
  examine: (asker, fns, { seed }) => {
    const calls = fns.flatMap((fn) => ordinaryCalls(fn, asker.format, seed, FROZEN));
    const exhibits = calls.map((call): Exhibit => ({ calls: [call], frozen: true }));
    return atOnce(() => examined(asker, frozen.judge, exhibits));
  },
  judge: (asker, { calls }): Judged => {
    const call = calls.at(-1)!;
    if (!asker.isBounded(call)) return { outcome: 'outside' };
    const free = asker.answer(call);
    if (free.outcome !== 'answered') return free.outcome === 'failed' ? free : { outcome: 'outside' };
    const answered = asker.answer(call, true);
    if (answered.outcome === 'failed' || answered.outcome === 'outside') return answered;
    if (answered.outcome === 'answered') return { outcome: 'holds' };
    return { outcome: 'broken', why: `${answered.why}, with frozen arguments` };
  },
};

const each: readonly (Behaviour & {
  readonly id: string;
  readonly says: string;
  /** Whether it says nothing of a function that returns a number. */
  readonly ofRows?: true;
})[] = [
  {
    id: 'arguments-untouched',
    says: 'the arguments are after a call what they were before',
    ...inRealm(watching('must leave its arguments as they are', 'argument changed')),
  },
  { id: 'frozen-arguments', says: 'the arguments may be read-only', ...inRealm(frozen) },
  {
    id: 'fresh-results',
    says: 'a result is made of arrays of its own, which no later call changes',
    ofRows: true,
    ...inRealm(
      watching(
        'must return arrays of its own',
        'argument returned',
        'earlier result returned',
        'earlier result changed',
        'row shared',
      ),
    ),
  },
  {
    id: 'independent-calls',
    says: 'a result depends on nothing but the arguments: not on how often, nor after what a call is made',
    ...independence,
  },
];

/** What calls do beyond their values. */
export const behaviourLaws: readonly GradedLaw[] = ownSystems.flatMap((system) =>
  each
    .filter(({ ofRows }) => ofRows !== true || system !== 'rnn')
    .map(({ id, says, examine, judge }) => ({
      id: `${system}-${id}`,
      system,
      says,
      stage: 'behaviour',
      fns: systemFunctions[system],
      examine,
      judge,
    })),
);
