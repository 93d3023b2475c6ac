import type { Region } from './packing.ts';

/** What a channel has room for, and patience. */
export interface ChannelSizes {
  /** Words of 8 bytes. */
  readonly request: number;
  readonly reply: number;
  /** Room for what the subject prints, in bytes. */
  readonly printed: number;
  /** Milliseconds beyond any limit that are left to a reply which is being written. */
  readonly grace: number;
}

/**
 * Memory that the grading thread shares with the thread that answers it and with the one that keeps watch.
 *
 * A call goes idle -> asked -> taken -> replied -> idle. Whoever answers must take it first, so that the subject and its
 * keeper never write over each other, and a call that was given up is never answered.
 *
 * Several calls may be asked at once, to be answered in their order: each goes asked -> taken, and then the next is asked,
 * until the last is replied. More may be asked while they are answered. How many are answered is told in the same word as
 * the state, so that an end of the subject is always that of the first call that is not answered.
 */
export interface Channel {
  readonly request: Region;
  readonly reply: Region;
  /** What the keeper says of the end of a subject. */
  readonly last: Region;
  /** Announces a call, or several, of which the requests were written before. */
  readonly ask: (count?: number) => void;
  /**
   * Raises the number of calls that are asked, of which the requests were written behind the others. Whoever answers may have
   * stopped by then, for want of room, or see it too late: what is not answered when the channel is idle is to be asked anew.
   *
   * @param count with those that were asked before
   */
  readonly askMore: (count: number) => void;
  /**
   * Waits for the next reply. False when it did not come within the limit: the call is then given up, with all that were
   * asked after it.
   */
  readonly replied: (milliseconds: number, spins: number) => boolean;
  /** Whether nothing is asked: there was a reply to the last call, or it was given up. */
  readonly isIdle: () => boolean;
  /** Asks for no more than the call that is being made. */
  readonly enough: () => void;
  /** Gives up what is asked. */
  readonly giveUp: () => void;
  /** For the side that answers: waits for a call. False when none will come. */
  readonly asked: (spins: number) => boolean;
  /** For the side that answers: whether the call that is asked is the first of its kind, or goes on behind those before. */
  readonly isFirst: () => boolean;
  /** For the side that answers: whether a call is left after so many, and still wanted. */
  readonly goesOn: (made: number) => boolean;
  /** Takes a call that is asked, or, when the subject that took it has ended, also a call that was taken. */
  readonly take: (ended: boolean) => boolean;
  /** Says that the reply is written, and whether by the subject (0) or its keeper (1); and what comes after it. */
  readonly answer: (kind: number, then?: Then) => void;
  /** The kind of the last reply that was waited for. */
  readonly kind: () => number;
  /** Ends the wait for calls. */
  readonly close: () => void;
  readonly begin: () => void;
  /** Says that the subject has come to its end: from here on its keeper replies in its place. */
  readonly ending: () => void;
  /** Says that the keeper has replied, if there was anything to: what is asked from here on is asked of the next. */
  readonly end: () => void;
  /** Whether the subject has come to its end. */
  readonly isEnding: () => boolean;
  /** Waits until the subject has ended and its keeper has done; false when it is not so within the limit. */
  readonly ended: (milliseconds: number) => boolean;
  /** Adds to what the subject has printed; what there is no room for is only counted. */
  readonly print: (bytes: Uint8Array) => void;
  /** What was printed since this was last asked, and how many more bytes there were. */
  readonly printed: () => { readonly bytes: Uint8Array; readonly dropped: number };
}

/** After a reply: the next call is asked by that; nothing more is asked; there is no room for the reply to another. */
export type Then = 'goes on' | 'is done' | 'is full';

/** Words of the part in which a keeper tells of an end. */
const lastWords = 1024;
/** Bytes of the part for states and counts. */
const controlBytes = 64;

/** New memory for a channel; pages that are not written take no memory. */
export function channelMemory({ request, reply, printed, grace }: ChannelSizes): SharedArrayBuffer {
  const memory = new SharedArrayBuffer(controlBytes + 8 * (request + reply + lastWords) + printed);
  new Int32Array(memory, 0, 16).set([request, reply, lastWords, printed, grace], 8);
  return memory;
}

/**
 * A view of the memory of a channel, for any thread. It travels by text, as do the functions below.
 *
 * The words of control: 0 the state (0 idle, 1 asked, 2 taken, 3 replied, 4 closed, 5 replied and full) and 8 times the
 * number of calls that are answered, 1 the life of the subject (0 it runs, 1 it has come to its end, 2 its keeper has done),
 * 2 the kind of the reply, 3 bytes printed, 4 bytes dropped, 5 how many calls are asked, 6 how many must be answered for who
 * sleeps to be woken; 8 to 11 the sizes of the parts, 12 the grace.
 */
export function createChannel(memory: SharedArrayBuffer): Channel {
  const control = new Int32Array(memory, 0, 16);
  const [request, reply, last, printed] = regionsOf(memory, control);
  // How many replies were waited for, of those to what was asked last; and what the last of them was.
  let heard = 0;
  let kind = 0;
  return {
    request: request!,
    reply: reply!,
    last: last!,
    ask: (count = 1) => {
      heard = 0;
      Atomics.store(control, 5, count);
      tell(control, 0, 1);
    },
    askMore: (count) => {
      Atomics.store(control, 5, count);
      const word = Atomics.load(control, 0);
      // Whoever answers had done with all, and waits.
      if ((word & 7) === 3 && Atomics.compareExchange(control, 0, word, word - 2) === word)
        Atomics.notify(control, 0);
    },
    replied: (milliseconds, spins) => {
      const word = awaitReply(control, heard, milliseconds, spins);
      if (word === 0) return false;
      heard++;
      const by = Atomics.load(control, 2);
      kind = word >> 3 >= heard ? 0 : by;
      // Nothing more comes after the last reply, which that of a keeper is.
      if (isDone(word) && heard >= (word >> 3) + by) Atomics.store(control, 0, 0);
      return true;
    },
    isIdle: () => Atomics.load(control, 0) === 0,
    enough: () => {
      Atomics.store(control, 5, 0);
    },
    giveUp: () => {
      Atomics.store(control, 0, 0);
    },
    ...answeringSide(control),
    kind: () => kind,
    close: () => {
      tell(control, 0, 4);
    },
    ...lifeOf(control),
    print: (bytes) => {
      printInto(control, printed!.bytes, bytes);
    },
    printed: () => ({
      bytes: printed!.bytes.slice(0, Atomics.exchange(control, 3, 0)),
      dropped: Atomics.exchange(control, 4, 0),
    }),
  };
}

/** What is for the side that answers. */
function answeringSide(
  control: Int32Array,
): Pick<Channel, 'asked' | 'isFirst' | 'goesOn' | 'take' | 'answer'> {
  return {
    asked: (spins) => awaitCall(control, spins),
    isFirst: () => Atomics.load(control, 0) >> 3 === 0,
    goesOn: (made) => made < Atomics.load(control, 5),
    take: (ended) => {
      const word = Atomics.load(control, 0);
      if ((word & 7) === 1) return Atomics.compareExchange(control, 0, word, word + 1) === word;
      return ended && (word & 7) === 2;
    },
    answer: (by, then = 'is done') => {
      const answered = (Atomics.load(control, 0) >> 3) + (by === 0 ? 1 : 0);
      Atomics.store(control, 2, by);
      Atomics.store(control, 0, 8 * answered + (then === 'goes on' ? 1 : then === 'is full' ? 5 : 3));
      if (then !== 'goes on' || answered >= Atomics.load(control, 6)) Atomics.notify(control, 0);
    },
  };
}

/** What is told of the life of the subject. */
function lifeOf(control: Int32Array): Pick<Channel, 'begin' | 'ending' | 'end' | 'isEnding' | 'ended'> {
  return {
    begin: () => {
      tell(control, 1, 0);
    },
    ending: () => {
      tell(control, 1, 1);
    },
    end: () => {
      tell(control, 1, 2);
    },
    isEnding: () => Atomics.load(control, 1) !== 0,
    ended: (milliseconds) => awaitEnd(control, milliseconds),
  };
}

/** Whether the reply is the last to what was asked, as far as is known. */
function isDone(word: number): boolean {
  return (word & 7) === 3 || (word & 7) === 5;
}

/** Stores a word, and wakes who waits for it. */
function tell(control: Int32Array, slot: number, value: number): void {
  Atomics.store(control, slot, value);
  Atomics.notify(control, slot);
}

/** The parts of a channel in their order: request, reply, last, printed. */
function regionsOf(memory: SharedArrayBuffer, control: Int32Array): readonly Region[] {
  let at = 64;
  return [8, 9, 10, 11].map((slot) => {
    const length = control[slot]! * (slot === 11 ? 1 : 8);
    const words = new Float64Array(memory, at, Math.floor(length / 8));
    const bytes = new Uint8Array(memory, at, length);
    at += length;
    return { words, bytes };
  });
}

/**
 * Looks a number of times, which is quick when the reply is, and then sleeps until there are several, or all: to be woken
 * costs more than most calls. Where calls take long it looks again after a while.
 *
 * @param heard how many replies there were before
 * @returns the word of the state when there is one more, or no more to come; 0 when the call is given up
 */
function awaitReply(control: Int32Array, heard: number, milliseconds: number, spins: number): number {
  const isThere = (word: number): boolean => isDone(word) || word >> 3 > heard;
  for (let i = 0; i < spins; i++) if (isThere(Atomics.load(control, 0))) break;
  let word = Atomics.load(control, 0);
  if (isThere(word)) return word;
  const several = 12;
  const again = 20;
  Atomics.store(control, 6, heard + several);
  const end = performance.now() + milliseconds;
  for (;;) {
    const isTaken = (word & 7) === 2;
    const left = end - performance.now();
    const isLate = isTaken ? left < -control[12]! : left <= 0;
    if (isLate && Atomics.compareExchange(control, 0, word, 0) === word) return 0;
    Atomics.wait(control, 0, word, isTaken ? 1 : Math.min(left, again));
    word = Atomics.load(control, 0);
    if (isThere(word)) return word;
  }
}

function awaitCall(control: Int32Array, spins: number): boolean {
  for (let i = 0; i < spins; i++) if ((Atomics.load(control, 0) & 7) === 1) break;
  for (;;) {
    const word = Atomics.load(control, 0);
    if ((word & 7) === 1) return true;
    if (word === 4) return false;
    Atomics.wait(control, 0, word);
  }
}

function awaitEnd(control: Int32Array, milliseconds: number): boolean {
  const end = performance.now() + milliseconds;
  for (;;) {
    const life = Atomics.load(control, 1);
    if (life === 2) return true;
    const left = end - performance.now();
    if (left <= 0) return false;
    Atomics.wait(control, 1, life, left);
  }
}

function printInto(control: Int32Array, room: Uint8Array, bytes: Uint8Array): void {
  const at = Atomics.load(control, 3);
  const kept = Math.min(bytes.length, room.length - at);
  room.set(bytes.subarray(0, kept), at);
  Atomics.store(control, 3, at + kept);
  Atomics.add(
    control,
    4,
    Math.min(bytes.length - kept, 2 ** 30 - Math.min(Atomics.load(control, 4), 2 ** 30)),
  );
}

/** What travels by text: all that views the memory. */
export const channelParts: readonly ((...args: never[]) => unknown)[] = [
  createChannel,
  answeringSide,
  lifeOf,
  isDone,
  tell,
  regionsOf,
  awaitReply,
  awaitCall,
  awaitEnd,
  printInto,
];
