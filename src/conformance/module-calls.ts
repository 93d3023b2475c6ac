import type { Call } from '#law/subject-call.ts';
import { createCallPacking } from './call-packing.ts';
import { functionNames } from './contract.ts';
import { type Failure, failure } from './failure.ts';
import type { Limits } from './limits.ts';
import type { ModuleReply } from './module-body.ts';
import type { Supervisor } from './supervisor.ts';

const packed = createCallPacking();

/**
 * The calls of a module, in their order: those that are known ahead are asked together, so that the thread of the module
 * makes one while the one before is judged, and is not woken for each.
 *
 * Nothing is judged by that but what is asked for: a call that was made ahead and is not asked for next is as if it had
 * never been, and so is what came of it. An end of the subject is that of the first call without a reply; those after it
 * are made anew when they are asked for.
 */
export class ModuleCalls {
  readonly #supervisor: Supervisor;
  readonly #limits: Limits;
  #expected: readonly Call[] = [];
  #frozen = false;
  /** Calls that are asked and have had no reply that was looked at. */
  #asked = 0;
  /** How many of the expected have had their reply. */
  #done = 0;
  /** The first word of the next reply. */
  #at = 0;

  constructor(supervisor: Supervisor, limits: Limits) {
    this.#supervisor = supervisor;
    this.#limits = limits;
  }

  /** Announces what will be asked next. */
  expect(calls: readonly Call[], frozen: boolean): void {
    this.#forgo();
    this.#expected = [...calls];
    this.#frozen = frozen;
    this.#done = 0;
    if (this.#supervisor.isRunning()) this.#ask();
  }

  /** What the thread replies to a call, or why it does not. */
  reply(call: Call, frozen: boolean): ModuleReply | Failure {
    if (call !== this.#expected[this.#done] || frozen !== this.#frozen) this.expect([call], frozen);
    if (this.#asked === 0) {
      const broken = this.#supervisor.ready();
      if (broken !== undefined) return broken;
      if (!this.#ask()) return failure('oversize', 'arguments');
    }
    const silence = this.#supervisor.next(this.#limits.time);
    this.#done++;
    this.#asked--;
    if (silence !== undefined) {
      this.#asked = 0;
      return silence;
    }
    const { packing, channel } = this.#supervisor;
    const at = this.#at;
    this.#at = channel.reply.words[at]!;
    // The thread may have stopped early, for want of room: the others are asked when it is their turn.
    if (channel.isIdle()) this.#asked = 0;
    // See call-packing.ts.
    if (channel.reply.words[at + 1]! >= 0) return packing.read(channel.reply, at) as unknown as ModuleReply;
    return [0, packed.readResult(channel.reply.words, at), ''];
  }

  /** Ends the thread. */
  stop(why: Failure): void {
    this.#asked = 0;
    this.#supervisor.stop(why);
  }

  /** Asks as many of the expected calls as there is room for; false when there is none even for the first. */
  #ask(): boolean {
    const { channel } = this.#supervisor;
    let to = 0;
    for (const call of this.#expected.slice(this.#done)) {
      const fn = functionNames.indexOf(call.fn);
      const next = packed.writeCall(channel.request.words, to, fn, this.#frozen, call);
      if (next === 0) break;
      to = next;
      this.#asked++;
    }
    this.#at = 0;
    if (this.#asked > 0) this.#supervisor.askAhead(this.#asked);
    return this.#asked > 0;
  }

  #forgo(): void {
    if (this.#asked > 0) this.#supervisor.forgo(this.#limits.time);
    this.#asked = 0;
  }
}
