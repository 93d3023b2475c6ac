import { type Channel, channelMemory, createChannel } from './channel.ts';
import type { About } from './contract.ts';
import { type Failure, type FailureKind, failure } from './failure.ts';
import type { Ending, Message, Order } from './keeper.ts';
import { tellKeepers } from './keepers.ts';
import type { Limits } from './limits.ts';
import type { ModuleKept } from './module-keeper.ts';
import { createPacking, type Packing } from './packing.ts';
import { printableLines } from './printable.ts';
import type { ProcessKept } from './process-keeper.ts';

/** What a supervisor needs to know of its kind of subject. */
export interface Supervised {
  /** What its keeper is told of it. */
  readonly kept: (memory: SharedArrayBuffer) => ModuleKept | ProcessKept;
  /** The first line that is sent, if any. */
  readonly firstLine: string;
  /** Reads the first reply, which is in the channel. */
  readonly greet: (supervisor: Supervisor) => About | Failure;
  /** How often a waiting thread looks before it sleeps. */
  readonly spins: number;
}

/** Letters of what a subject has printed that are kept. */
const printedLimit = 4000;
/** Milliseconds that writing a reply may take: it takes far less, but the machine may be busy. */
const grace = 10_000;
/** Milliseconds in which a keeper that has seen an end replies in the place of the subject. */
const endLimit = 100;

let subjects = 0;

/**
 * Runs a subject beyond a channel: starts it, waits for it, stops what does not answer, and starts it anew. It knows of the
 * subject what the memory of the channel says, and nothing else: so it is tried with every order in which that can come.
 */
export class Supervisor {
  readonly channel: Channel;
  readonly packing: Packing = createPacking();
  readonly #supervised: Supervised;
  readonly #limits: Limits;
  readonly #send: (message: Message) => void;
  readonly #subject: number;
  #restarts = 0;
  /** Whether the last end of the subject was told. */
  #isTold = false;
  /** Why it is not started any more. */
  #gone: Failure | undefined;

  /** @param send tells the keepers, who write to the memory of the channel */
  constructor(supervised: Supervised, limits: Limits, send: (message: Message) => void = tellKeepers) {
    const words = Math.ceil(limits.line / 8) + 8;
    const memory = channelMemory({ request: words, reply: 2 * words, printed: 4 * printedLimit, grace });
    this.channel = createChannel(memory);
    this.#supervised = supervised;
    this.#limits = limits;
    this.#send = send;
    subjects++;
    this.#subject = subjects;
    this.#send({ subject: this.#subject, kept: supervised.kept(memory) });
  }

  /** Starts the subject, and hears what it says first. */
  start(): About | Failure {
    this.begin();
    return this.greeted();
  }

  /** Starts the subject, and does not wait. */
  begin(): void {
    this.#isTold = false;
    this.channel.begin();
    this.channel.ask();
    this.#tell({ order: 'start', line: this.#supervised.firstLine });
  }

  /** Hears what a subject says first that was started. */
  greeted(): About | Failure {
    const silence = this.#awaited(this.#limits.start, 'start limit');
    if (silence !== undefined) return silence;
    const greeting = this.#supervised.greet(this);
    return 'kind' in greeting ? this.stop(greeting) : greeting;
  }

  /**
   * Makes sure that the subject runs. That it has ended since the last call is told once; then it is started anew, a
   * limited number of times.
   */
  ready(): Failure | undefined {
    if (this.#gone !== undefined || !this.channel.isEnding()) return this.#gone;
    if (!this.#isTold) return this.#told(this.#ending());
    this.#restarts++;
    if (this.#restarts > this.#limits.restarts) this.#gone = failure('given up', `${this.#restarts} ends`);
    if (this.#gone !== undefined) return this.#gone;
    // The keeper must have done with the last subject before it is told of the next.
    this.channel.ended(this.#limits.stop);
    const started = this.start();
    return 'kind' in started ? started : undefined;
  }

  /** Announces a call, of which the request is written or comes with the order, and waits for the reply. */
  ask(order: Order, milliseconds: number): Failure | undefined {
    this.channel.ask();
    this.#tell(order);
    return this.next(milliseconds);
  }

  /** Whether the subject runs, as far as is known. */
  isRunning(): boolean {
    return this.#gone === undefined && !this.channel.isEnding();
  }

  /** Announces several calls, of which the requests are written: the replies are waited for one by one. */
  askAhead(count: number): void {
    this.channel.ask(count);
  }

  /** Announces more calls behind those that were announced, of which the requests are written. */
  askMore(count: number): void {
    this.channel.askMore(count);
  }

  /** Waits for the next reply to calls that were announced. */
  next(milliseconds: number): Failure | undefined {
    return this.#awaited(this.channel.isEnding() ? endLimit : milliseconds, 'time limit');
  }

  /** Does without the replies to calls that were announced: the one that is being made is the last. An end is not told. */
  forgo(milliseconds: number): void {
    this.channel.enough();
    while (!this.channel.isIdle()) if (this.next(milliseconds) !== undefined) return;
  }

  /** Waits for something more without asking for it: an end, true for a line in the channel, false for nothing. */
  hear(milliseconds: number): Failure | boolean {
    this.channel.ask();
    this.#tell({ order: 'listen' });
    const isHeard = this.channel.replied(this.channel.isEnding() ? endLimit : milliseconds, 0);
    if (isHeard && this.channel.kind() === 0) return true;
    return this.channel.isEnding() && this.#told(this.#ending());
  }

  /** Kills the subject for a failure. */
  stop(why: Failure): Failure {
    this.channel.giveUp();
    this.#tell({ order: 'kill' });
    const { stop } = this.#limits;
    if (!this.channel.ended(stop)) this.#gone = failure('stuck', `no end in ${stop} ms, after: ${why.kind}`);
    return this.#told(why);
  }

  /** Ends the subject, by an order to which it should listen if there is one, and forgets it. */
  close(order?: Order): Failure | undefined {
    const found = this.#gone ?? this.#farewell(order);
    this.#send({ subject: this.#subject });
    return found;
  }

  /** What was printed since this was last asked. */
  printed(): string {
    const { bytes, dropped } = this.channel.printed();
    const more = dropped === 0 ? '' : `\n... (${dropped} more bytes)`;
    return printableLines(new TextDecoder().decode(bytes), printedLimit) + more;
  }

  #tell(order: Order): void {
    this.#send({ subject: this.#subject, order });
  }

  #told(why: Failure): Failure {
    this.#isTold = true;
    return why;
  }

  #awaited(milliseconds: number, late: FailureKind): Failure | undefined {
    if (this.channel.replied(milliseconds, this.#supervised.spins)) {
      return this.channel.kind() === 0 ? undefined : this.#told(this.#ending());
    }
    // One that had ended before it was asked can have told nobody.
    if (this.channel.isEnding()) return this.#told(this.#ending());
    return this.stop(failure(late, `no reply in ${milliseconds} ms`));
  }

  #farewell(order: Order | undefined): Failure | undefined {
    if (this.channel.isEnding()) return this.#isTold ? undefined : this.#told(this.#ending());
    if (order === undefined) {
      this.stop(failure('exited'));
      return undefined;
    }
    this.#tell(order);
    if (this.channel.ended(this.#limits.stop)) {
      const ending = this.#ending();
      return ending.kind === 'stopped' ? undefined : ending;
    }
    return this.stop(failure('no exit after stop', `nothing in ${this.#limits.stop} ms`));
  }

  #ending(): Failure {
    const { kind, got } = JSON.parse(this.packing.read(this.channel.last)[0] as string) as Ending;
    return failure(kind as FailureKind, got);
  }
}
