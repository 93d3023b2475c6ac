import { createCallPacking } from './call-packing.ts';
import { functionNames } from './contract.ts';
import { type Failure, failure } from './failure.ts';
import type { Ask } from './host.ts';
import type { Limits } from './limits.ts';
import type { ModuleReply } from './module-body.ts';
import type { Supervisor } from './supervisor.ts';

const packed = createCallPacking();

/** Words of requests beyond which no more is asked behind them, so that all that is asked and replied stays in caches. */
const enough = 2 ** 14;

/**
 * The calls of a module, in their order: those that are known ahead are asked together, and more of them behind those, so
 * that the thread of the module makes one while the one before is judged, and is not woken for each.
 *
 * Nothing is judged by that but what is asked for: a call that was made ahead and is not asked for next is as if it had
 * never been, and so is what came of it. An end of the subject is that of the first call without a reply; those after it
 * are made anew when they are asked for.
 */
export class ModuleCalls {
  readonly #supervisor: Supervisor;
  readonly #limits: Limits;
  #expected: readonly Ask[] = [];
  /** Calls that are asked and have had no reply that was looked at. */
  #asked = 0;
  /** How many were asked since the thread was last asked anew, with those that have had their reply. */
  #together = 0;
  /** How many of the expected have had their reply. */
  #done = 0;
  /** The first word of the next request, and of the next reply. */
  #to = 0;
  #at = 0;

  constructor(supervisor: Supervisor, limits: Limits) {
    this.#supervisor = supervisor;
    this.#limits = limits;
  }

  /** Announces all that will be asked next: what was announced before goes on if this begins with what is left of it. */
  expect(asks: readonly Ask[]): void {
    const left = this.#expected.slice(this.#done);
    const goesOn = this.#asked > 0 && left.every((ask, i) => isSame(ask, asks[i]));
    if (!goesOn) this.#forgo();
    this.#expected = [...asks];
    this.#done = 0;
    if (!this.#supervisor.isRunning()) return;
    if (!goesOn) this.#ask();
    else if (this.#asked === left.length && this.#to < enough) this.#askMore();
  }

  /** What the thread replies to a call, or why it does not. */
  reply(ask: Ask): ModuleReply | Failure {
    if (!this.#skipTo(ask)) this.expect([ask]);
    if (this.#asked === 0) {
      const broken = this.#supervisor.ready();
      if (broken !== undefined) return broken;
      if (!this.#ask()) return failure('oversize', 'arguments');
    }
    const { packing, channel } = this.#supervisor;
    const at = this.#at;
    const silence = this.#heard();
    if (silence !== undefined) return silence;
    // See call-packing.ts.
    if (channel.reply.words[at + 1]! >= 0) return packing.read(channel.reply, at) as unknown as ModuleReply;
    return [0, packed.readResult(channel.reply.words, at), ''];
  }

  /** Hears the next reply, which is where the one before has ended. */
  #heard(): Failure | undefined {
    const silence = this.#supervisor.next(this.#limits.time);
    this.#done++;
    this.#asked--;
    const { channel } = this.#supervisor;
    if (silence === undefined) this.#at = channel.reply.words[this.#at]!;
    // The thread may have stopped early, for want of room: the others are asked when it is their turn.
    if (silence !== undefined || channel.isIdle()) this.#asked = 0;
    return silence;
  }

  /** Does without the replies to the calls before this one; false where it is not among the expected. */
  #skipTo(ask: Ask): boolean {
    const place = this.#expected.findIndex((expected, i) => i >= this.#done && isSame(expected, ask));
    while (this.#done < place) {
      if (this.#asked === 0) this.#done = place;
      else if (this.#heard() !== undefined) return false;
    }
    return place >= 0;
  }

  /** Ends the thread. */
  stop(why: Failure): void {
    this.#asked = 0;
    this.#supervisor.stop(why);
  }

  /** Asks as many of the expected calls as there is room for; false when there is none even for the first. */
  #ask(): boolean {
    this.#at = 0;
    this.#to = 0;
    this.#together = this.#written();
    if (this.#together > 0) this.#supervisor.askAhead(this.#together);
    return this.#together > 0;
  }

  /** The same behind those that are asked. */
  #askMore(): void {
    const more = this.#written();
    this.#together += more;
    if (more > 0) this.#supervisor.askMore(this.#together);
  }

  /** Writes those of the expected calls that are not asked, as far as there is room, and returns how many. */
  #written(): number {
    const { words } = this.#supervisor.channel.request;
    let count = 0;
    for (const { call, frozen } of this.#expected.slice(this.#done + this.#asked)) {
      const fn = functionNames.indexOf(call.fn);
      const next = packed.writeCall(words, this.#to, fn, frozen, call);
      if (next === 0) break;
      this.#to = next;
      count++;
    }
    this.#asked += count;
    return count;
  }

  #forgo(): void {
    if (this.#asked > 0) this.#supervisor.forgo(this.#limits.time);
    this.#asked = 0;
  }
}

function isSame(ask: Ask, other: Ask | undefined): boolean {
  return ask.call === other?.call && ask.frozen === other.frozen;
}
