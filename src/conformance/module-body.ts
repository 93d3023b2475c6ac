import type { CallPacking } from './call-packing.ts';
import type { Channel } from './channel.ts';
import type { NodeParts } from './node-parts.ts';
import type { Observer } from './observer.ts';
import type { Packing } from './packing.ts';

/** What the thread of a module is started with. */
export interface ModuleData {
  readonly memory: SharedArrayBuffer;
  /** Address of the module. */
  readonly url: string;
  /** Functions by their number in a request. */
  readonly names: readonly string[];
  readonly spins: number;
}

/** Makers that the body of the thread calls. */
export interface ModuleTools {
  readonly channel: (memory: SharedArrayBuffer) => Channel;
  readonly packing: () => Packing;
  readonly calls: () => CallPacking;
  readonly observer: () => Observer;
}

type Rows = readonly (readonly number[])[];

/** A module as its importer sees it. */
export type Exports = Readonly<Record<string, unknown>>;

/** What a module exports, or why it does not: the first reply of its thread, in JSON. */
export type Loaded =
  | { readonly thrown: string; readonly code: string; readonly isSyntax: boolean }
  | {
      /** The type of each export by its name. */
      readonly types: Readonly<Record<string, string>>;
      readonly name?: string;
      readonly format?: string;
    };

/**
 * What a thread replies to a call; observations are in JSON, as a list. A plain result of which there are none, the empty
 * text, goes without a list.
 */
export type ModuleReply =
  | readonly [kind: 0, plain: number | Rows, observations: string]
  | readonly [kind: 1, serialised: Uint8Array, observations: string]
  | readonly [kind: 2, thrown: string, observations: string]
  | readonly [kind: 3, tooLarge: string]
  | readonly [kind: 4, loaded: string]
  | readonly [kind: 5, thrownAside: string];

/**
 * The body of the thread of a module under test: loads it, says what it exports, and answers calls until the channel is
 * closed. It travels by text, as do the functions below.
 */
export async function serveModule(
  tools: ModuleTools,
  node: NodeParts,
  load: (url: string) => Promise<Exports>,
): Promise<void> {
  const data = node.threads.workerData as ModuleData;
  const channel = tools.channel(data.memory);
  capture(node.files, channel);
  // The module cannot reach the channel by the same door.
  Object.assign(node.threads, { workerData: null, parentPort: null });
  node.modules.syncBuiltinESMExports();
  const packing = tools.packing();
  const calls = tools.calls();
  // What is thrown in no call would end the thread once it is idle, which it never is.
  let aside: string | undefined;
  const crash = (error: unknown): void => {
    aside ??= thrownText(error);
  };
  process.on('uncaughtException', crash);
  // A reply may take half of the room, so that the next call is made only while the next reply has as much.
  const most = channel.reply.words.length / 2;
  let at = 0;
  const reply = (found: ModuleReply, isMore = false): boolean => {
    const values: ModuleReply = aside === undefined ? found : [5, aside];
    if (!channel.take(false)) return false;
    at =
      (values[0] === 0 && values[2] === ''
        ? calls.writeResult(channel.reply.words, at, most, values[1])
        : packing.write(channel.reply, values, at, most)) ||
      packing.write(channel.reply, [3, 'a result that does not fit'], at);
    const isFull = at > most;
    channel.answer(0, isFull ? 'is full' : isMore ? 'goes on' : 'is done');
    return isMore && !isFull;
  };
  const module = await loaded(load, data.url, reply);
  if (module === undefined) return;
  const observer = tools.observer();
  const serialize = (value: unknown): Uint8Array => node.serialising.serialize(value);
  let from = 0;
  let made = 0;
  while (channel.asked(data.spins)) {
    if (channel.isFirst()) at = from = made = 0;
    for (let goesOn = true; goesOn; ) {
      made++;
      const { fn, frozen, args } = calls.readCall(channel.request.words, from);
      from = channel.request.words[from]!;
      const call = module[data.names[fn]!] as (...args: readonly unknown[]) => unknown;
      const answer = await answerOf(call, args, frozen, observer, serialize);
      goesOn = reply(answer, channel.goesOn(made));
    }
  }
  process.off('uncaughtException', crash);
}

/** Imports the module and replies with what it exports; undefined when that fails. */
async function loaded(
  load: (url: string) => Promise<Exports>,
  url: string,
  reply: (values: ModuleReply) => void,
): Promise<Exports | undefined> {
  const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
  try {
    const module = await load(url);
    const types = Object.fromEntries(Object.keys(module).map((name) => [name, typeof module[name]]));
    reply([4, JSON.stringify({ types, name: text(module.name), format: text(module.format) })]);
    return module;
  } catch (error) {
    const { code, stack } = Object(error) as Record<string, unknown>;
    // An error in the syntax of a module is thrown by no module; one that a module makes itself has a place in it.
    const isSyntax = error instanceof SyntaxError && !/^ *at .*file:/m.test(String(stack));
    reply([4, JSON.stringify({ thrown: thrownText(error), code: text(code) ?? '', isSyntax })]);
    return undefined;
  }
}

/** Calls a function of the module under the eyes of an observer. */
export async function answerOf(
  call: (...args: readonly unknown[]) => unknown,
  args: readonly unknown[],
  frozen: boolean,
  observer: Observer,
  serialize: (value: unknown) => Uint8Array,
): Promise<ModuleReply> {
  observer.before(args, frozen);
  let result: unknown;
  try {
    result = call(...args);
  } catch (error) {
    const seen = observer.after(0).observations;
    return [2, thrownText(error), JSON.stringify(seen)];
  }
  const { plain, observations } = observer.after(result);
  if (plain !== undefined) {
    return [0, plain, observations.length === 0 ? '' : JSON.stringify(observations)];
  }
  const settled = await settledText(result);
  const told = observations.map((one) =>
    one.seen === 'not plain' ? { ...one, got: one.got + settled } : one,
  );
  return [1, serialised(result, serialize), JSON.stringify(told)];
}

/** What became of a promise within a fiftieth of a second; nothing where there is none. */
async function settledText(result: unknown): Promise<string> {
  if (!(result instanceof Promise)) return '';
  const late = new Promise<string>((done) => {
    setTimeout(done, 20, ' that does not settle');
  });
  const settled = result.then(
    () => '',
    (error: unknown) => ` that is rejected with ${thrownText(error)}`,
  );
  return Promise.race([settled, late]);
}

/** A value as bytes that keep its kind; none where it cannot be copied, as functions cannot. */
function serialised(value: unknown, serialize: (value: unknown) => Uint8Array): Uint8Array {
  try {
    return serialize(value);
  } catch {
    return new Uint8Array(0);
  }
}

/** Something thrown in words; a text is told from an error by its quotes. */
function thrownText(error: unknown): string {
  try {
    const text = typeof error === 'string' ? JSON.stringify(error.slice(0, 1000)) : String(error);
    return text.slice(0, 1000);
  } catch {
    return 'an object that cannot be read';
  }
}

/** What the module prints goes to the channel, and what it reads has ended: the streams of the program are not its own. */
function capture(node: NodeParts['files'], channel: Channel): void {
  const print = (text: unknown): void => {
    channel.print(typeof text === 'string' ? new TextEncoder().encode(text) : (text as Uint8Array));
  };
  const write = (text: unknown, ...rest: readonly unknown[]): boolean => {
    print(text);
    const done = rest.at(-1);
    if (typeof done === 'function') (done as () => void)();
    return true;
  };
  Object.assign(process.stdout, { write });
  Object.assign(process.stderr, { write });
  const files = node as unknown as Record<string, (...args: readonly unknown[]) => unknown>;
  const { writeSync, readSync, write: writeLater } = files;
  Object.assign(files, {
    writeSync: (file: unknown, text: unknown, ...rest: readonly unknown[]) => {
      if (file !== 1 && file !== 2) return writeSync!(file, text, ...rest);
      print(text);
      return (text as { length: number }).length;
    },
    write: (file: unknown, text: unknown, ...rest: readonly unknown[]) => {
      if (file !== 1 && file !== 2) return writeLater!(file, text, ...rest);
      write(text, ...rest);
      return undefined;
    },
    readSync: (file: unknown, ...rest: readonly unknown[]) => (file === 0 ? 0 : readSync!(file, ...rest)),
  });
}

/** What travels by text: all of it. */
export const moduleBodyParts: readonly ((...args: never[]) => unknown)[] = [
  serveModule,
  loaded,
  answerOf,
  settledText,
  serialised,
  thrownText,
  capture,
];
