/** Something about a call that only the realm of the subject can see. */
export interface Observation {
  readonly seen:
    | 'argument changed'
    | 'argument returned'
    | 'earlier result returned'
    | 'earlier result changed'
    | 'row shared'
    | 'not plain';
  /** Where, in words: `argument 1, row 0, column 2`; `result, row 3`. */
  readonly at: string;
  /** What was there. */
  readonly got: string;
}

/** What came of a call. */
export interface Observed {
  /** The result where it is a number, or plain arrays of plain arrays of numbers, ragged or not; else undefined. */
  readonly plain: number | Rows | undefined;
  /** At most one of each kind. */
  readonly observations: readonly Observation[];
}

/** Watches the calls of one subject from within its realm. */
export interface Observer {
  /** Takes note of the arguments before a call; of frozen ones, nothing can change. */
  readonly before: (args: readonly unknown[], frozen: boolean) => void;
  /** Looks at what was returned, at the arguments, and at what was returned earlier. */
  readonly after: (result: unknown) => Observed;
}

type Rows = readonly (readonly number[])[];

/** An array and what it held, row by row or entry by entry. */
interface Memory {
  readonly array: readonly unknown[];
  readonly entries: readonly unknown[];
  readonly rows: readonly Memory[];
}

/** What an observer remembers between calls. */
interface Past {
  /** Every array ever returned that holds anything. */
  readonly returned: WeakSet<object>;
  /** The results of the last calls. */
  readonly recent: Memory[];
}

/**
 * An observer that has seen no call. It travels by text (see travelling.ts), as do the functions below: none of them
 * refers to anything outside of this file.
 *
 * An empty array is nobody's: it may be shared. Of the last four results those of at most 4096 rows and numbers are
 * compared with what they were.
 *
 * @cost a copy of the arguments and of the result, and comparisons with them and with the last results
 */
export function createObserver(): Observer {
  const past: Past = { returned: new WeakSet(), recent: [] };
  let args: readonly unknown[] = [];
  let memories: readonly (Memory | undefined)[] = [];
  return {
    before(given, frozen) {
      args = given;
      if (frozen) freeze(given);
      memories = frozen ? [] : given.map(remember);
    },
    after(result) {
      const observations: Observation[] = [];
      for (let i = 0; i < memories.length; i++) {
        note(observations, 'argument changed', change(memories[i], `argument ${i}`));
      }
      for (const memory of past.recent) {
        note(observations, 'earlier result changed', change(memory, 'earlier result'));
      }
      const flaw = look(result, args, past, observations);
      note(observations, 'not plain', flaw);
      if (flaw === undefined && typeof result !== 'number') keep(past.recent, result as Rows);
      return { plain: flaw === undefined ? (result as number | Rows) : undefined, observations };
    },
  };
}

/** What keeps a result from being plain; a result may also be an object that throws when it is looked at. */
function look(
  result: unknown,
  args: readonly unknown[],
  past: Past,
  observations: Observation[],
): Omit<Observation, 'seen'> | undefined {
  try {
    sharing(result, args, past, observations);
    return flawOf(result);
  } catch {
    return { at: 'result', got: 'an object that cannot be read' };
  }
}

/** Adds what was found, unless something of its kind was found before. */
function note(
  observations: Observation[],
  seen: Observation['seen'],
  found: Omit<Observation, 'seen'> | undefined,
): void {
  if (found === undefined || observations.some((one) => one.seen === seen)) return;
  observations.push({ seen, at: found.at, got: found.got });
}

/** Freezes arguments to their depth. */
function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  for (const entry of Object.values(value)) freeze(entry);
  Object.freeze(value);
}

/** Arrays are remembered by their entries, options as a list of names and values. */
function remember(value: unknown): Memory | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const array = value as readonly unknown[];
  const entries = Array.isArray(value) ? value.slice() : Object.entries(value).flat();
  const rows: Memory[] = [];
  for (const entry of entries) {
    if (Array.isArray(entry)) rows.push({ array: entry, entries: entry.slice(), rows: [] });
  }
  return { array, entries, rows };
}

/** The first place in which an array is not what it was. */
function change(memory: Memory | undefined, at: string): Omit<Observation, 'seen'> | undefined {
  if (memory === undefined) return undefined;
  const { array, entries, rows } = memory;
  const now = Array.isArray(array) ? array : Object.entries(array).flat();
  if (now.length !== entries.length) return { at, got: `length ${now.length} instead of ${entries.length}` };
  for (let i = 0; i < entries.length; i++) {
    if (Object.is(now[i], entries[i])) continue;
    return { at: `${at}, entry ${i}`, got: `${describe(now[i])} instead of ${describe(entries[i])}` };
  }
  for (let i = 0; i < rows.length; i++) {
    const found = change(rows[i], `${at}, row ${i}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Remembers a result for as long as four calls, unless it is large. */
function keep(recent: Memory[], result: Rows): void {
  let size = result.length;
  for (const row of result) size += row.length;
  if (size > 4096) return;
  if (recent.length === 4) recent.shift();
  recent.push(remember(result)!);
}

/** Notes where a result, or one of its first 100,000 rows, is an array that somebody else holds too. */
function sharing(result: unknown, args: readonly unknown[], past: Past, observations: Observation[]): void {
  if (typeof result !== 'object') return;
  const given = new Set<unknown>(args);
  for (const arg of args) {
    // All rows of an argument are arrays, or none is.
    if (Array.isArray(arg) && typeof arg[0] === 'object') for (const row of arg) given.add(row);
  }
  const own = new Set<object>();
  // What nobody else holds costs no words.
  const meet = (part: unknown, row: number): void => {
    if (typeof part !== 'object' || part === null || (part as { length?: unknown }).length === 0) return;
    const found = (seen: Observation['seen']): void => {
      note(observations, seen, { at: row < 0 ? 'result' : `result, row ${row}`, got: describe(part) });
    };
    if (given.has(part)) found('argument returned');
    if (past.returned.has(part)) found('earlier result returned');
    if (own.has(part)) found('row shared');
    own.add(part);
  };
  meet(result, -1);
  const rows = Array.isArray(result) ? Math.min(result.length, 100_000) : 0;
  for (let i = 0; i < rows; i++) meet((result as unknown[])[i], i);
  for (const part of own) past.returned.add(part);
}

/** The first place in which a result is neither a number nor plain arrays of plain arrays of numbers. */
function flawOf(result: unknown): Omit<Observation, 'seen'> | undefined {
  if (typeof result === 'number') return undefined;
  if (!isPlainArray(result)) return { at: 'result', got: describe(result) };
  for (let i = 0; i < result.length; i++) {
    const row = result[i];
    if (!isPlainArray(row)) return { at: `result, row ${i}`, got: entryText(result, i) };
    for (let j = 0; j < row.length; j++) {
      if (typeof row[j] !== 'number') return { at: `result, row ${i}, column ${j}`, got: entryText(row, j) };
    }
  }
  return undefined;
}

/** Whether a value is an array and of no subclass; also one of another realm. */
function isPlainArray(value: unknown): value is readonly unknown[] {
  if (!Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Array.prototype) return true;
  // The prototype of arrays is itself an array in every realm, and stands on the last object of its chain.
  if (!Array.isArray(prototype)) return false;
  return Object.getPrototypeOf(Object.getPrototypeOf(prototype) as object) === null;
}

function entryText(array: readonly unknown[], i: number): string {
  return i in array ? describe(array[i]) : 'a hole';
}

/** A value in a few words. */
function describe(value: unknown): string {
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
  if (typeof value === 'string') return `the string ${JSON.stringify(value.slice(0, 40))}`;
  if (value === null || value === undefined) return String(value);
  if (typeof value !== 'object') return `a value of type ${typeof value}`;
  try {
    if (typeof (value as { then?: unknown }).then === 'function') return 'a promise';
    const { name } = value.constructor;
    if (isPlainArray(value)) return `an array of length ${value.length}`;
    return Array.isArray(value) ? `a subclass of Array, ${name}` : `an object of class ${name}`;
  } catch {
    return 'an object';
  }
}

/** What travels by text: all of it. */
export const observerParts: readonly ((...args: never[]) => unknown)[] = [
  createObserver,
  look,
  note,
  freeze,
  remember,
  change,
  keep,
  sharing,
  flawOf,
  isPlainArray,
  entryText,
  describe,
];
