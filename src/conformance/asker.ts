import { binary32, binary64, type FloatFormat } from '#arithmetic/float-format.ts';
import type { Allowance } from '#bound/allowance.ts';
import { checkCall } from '#law/check-call.ts';
import type { SubjectOutcome } from '#law/check-subject.ts';
import type { Subject } from '#law/subject.ts';
import { allowanceOf, contract } from '#law/subject-allowance.ts';
import { answer, type Call, isSameCall, outside, SubjectFault } from '#law/subject-call.ts';
import type { FunctionName } from './contract.ts';
import type { Failure } from './failure.ts';
import type { Ask, Host, Reply } from './host.ts';
import { hostedFunctions } from './hosted-functions.ts';
import type { Observation } from './observer.ts';
import { printable } from './printable.ts';

/** What came of a call that was checked: as of any subject, or that it broke off. */
export type Checked = SubjectOutcome | { readonly outcome: 'failed'; readonly failure: Failure };

/** The numbers of a reply, or why there are none. */
export type Answered =
  | {
      readonly outcome: 'answered';
      readonly numbers: readonly number[];
      readonly flaw: Observation | undefined;
    }
  | { readonly outcome: 'fault'; readonly why: string; readonly flaw: Observation | undefined }
  | { readonly outcome: 'outside' }
  | { readonly outcome: 'failed'; readonly failure: Failure };

/** An observation, the call after which it was made, and the calls just before that one, oldest first. */
export interface Sighting {
  readonly observation: Observation;
  readonly call: Call;
  readonly before: readonly Call[];
  readonly reply: Reply;
}

/** Letters of what a subject threw. */
const LONGEST = 300;

/** How many results back an observer looks, and so a sighting. */
export const REACH: number = 4;

/** Asks a hosted subject, and remembers what more than values can tell. */
export class Asker {
  readonly host: Host;
  readonly format: FloatFormat;
  readonly subject: Subject;
  /** How often each function was called. */
  readonly calls: Map<FunctionName, number> = new Map();
  /** The first sighting of each kind, for each function. */
  readonly sightings: Map<FunctionName, Map<Observation['seen'], Sighting>> = new Map();
  /** The reply to the last call. */
  last: Reply | undefined;
  /** The first time that the subject broke off. */
  firstFailure: Failure | undefined;
  /** The call that is asked as an object, and whether with frozen arguments. */
  #now: Partial<Ask> = {};
  /** Calls that a law is about to make by itself. */
  #foreseen: readonly Call[] = [];
  #recent: readonly Call[] = [];
  readonly #allowances: WeakMap<Call, Allowance> = new WeakMap();

  constructor(host: Host) {
    this.host = host;
    this.format = host.about.format === 'float32' ? binary32 : binary64;
    const functions = hostedFunctions(
      host,
      (call, reply) => {
        this.#note(call, reply);
      },
      (made) => {
        const { call = this.#known(made), frozen = false } = this.#now;
        return { call, frozen };
      },
    );
    this.subject = { name: host.about.name, format: this.format, declares: contract(this.format), functions };
  }

  /** The subject without some of its functions: the references stand in for them. */
  without(fns: ReadonlySet<FunctionName>): Subject {
    const left = Object.entries(this.subject.functions).filter(([name]) => !fns.has(name as FunctionName));
    return { ...this.subject, functions: Object.fromEntries(left) };
  }

  /** What is allowed for a call, worked out once for each object. */
  allowance(call: Call): Allowance {
    const known = this.#allowances.get(call) ?? allowanceOf(call, this.subject.declares(call.fn));
    this.#allowances.set(call, known);
    return known;
  }

  /** Whether every entry of a call is bounded. */
  isBounded(call: Call): boolean {
    return this.allowance(call).fates.every((fate) => fate === 'bounded');
  }

  /** Asks, and checks what is returned against the exact value. */
  check(call: Call): Checked {
    return this.#in({ call }, () => this.guarded(() => checkCall(this.subject, call, this.allowance(call))));
  }

  /** Announces all calls that are checked or asked next: a host may make them meanwhile. */
  ahead(asks: readonly (Call | Ask)[]): void {
    this.host.ahead?.(asks.map((ask) => ('call' in ask ? ask : { call: ask, frozen: false })));
  }

  /** Announces the calls that a check will make by itself, which are worked out only where that is of use. */
  foresee(calls: () => readonly Call[]): void {
    if (this.host.ahead === undefined) return;
    this.#foreseen = calls();
    this.ahead(this.#foreseen);
  }

  /** Runs a check that asks the subject, and tells when it broke off instead. */
  guarded(check: () => SubjectOutcome): Checked {
    this.last = undefined;
    const found = check();
    const last = this.last as Reply | undefined;
    return last?.outcome === 'failed' ? last : found;
  }

  /** Asks for numbers only. */
  answer(call: Call, frozen = false): Answered {
    try {
      const numbers = this.#in({ frozen, call }, () => answer(this.subject, call));
      return { outcome: 'answered', numbers, flaw: this.#flaw() };
    } catch (error) {
      if (this.last?.outcome === 'failed') return this.last;
      if (error === outside) return { outcome: 'outside' };
      if (error instanceof SubjectFault)
        return { outcome: 'fault', why: printable(error.message, LONGEST), flaw: this.#flaw() };
      throw error;
    }
  }

  /** What was observed in the last call. */
  observations(): readonly Observation[] {
    const { last } = this;
    return last?.outcome === 'returned' || last?.outcome === 'threw' ? last.observations : [];
  }

  /** The numbers that the last call returned, row by row; undefined where it returned anything else. */
  numbers(): readonly number[] | undefined {
    if (this.last?.outcome !== 'returned') return undefined;
    const numbers: readonly unknown[] = [this.last.value].flat(2);
    return numbers.every((x) => typeof x === 'number') ? numbers : undefined;
  }

  /** A call by the object by which it was announced, if it was. */
  #known(made: Call): Call {
    const place = this.#foreseen.findIndex((call) => isSameCall(call, made));
    if (place < 0) return made;
    const call = this.#foreseen[place]!;
    this.#foreseen = this.#foreseen.slice(place + 1);
    return call;
  }

  #in<T>(now: Partial<Ask>, ask: () => T): T {
    this.#now = now;
    try {
      return ask();
    } finally {
      this.#now = {};
    }
  }

  #flaw(): Observation | undefined {
    return this.observations().find(({ seen }) => seen === 'not plain');
  }

  #note(call: Call, reply: Reply): void {
    this.last = reply;
    this.calls.set(call.fn, (this.calls.get(call.fn) ?? 0) + 1);
    if (reply.outcome === 'failed') this.firstFailure ??= reply.failure;
    if (reply.outcome === 'returned' || reply.outcome === 'threw') this.#observe(call, reply);
    this.#recent = [...this.#recent.slice(1 - REACH), call];
  }

  #observe(call: Call, reply: Extract<Reply, { outcome: 'returned' | 'threw' }>): void {
    const { observations } = reply;
    if (observations.length === 0) return;
    const seen = this.sightings.get(call.fn) ?? new Map<Observation['seen'], Sighting>();
    this.sightings.set(call.fn, seen);
    for (const observation of observations) {
      if (!seen.has(observation.seen))
        seen.set(observation.seen, { observation, call, before: this.#recent, reply });
    }
  }
}
