import { suggestion } from './nearest.ts';

export const settingNames = ['seed', 'runs', 'time-limit', 'digits', 'reports', 'json'] as const;

/** A setting by the name of its flag. */
export type SettingName = (typeof settingNames)[number];

/** What flags and environment variables set; what is absent has a default. */
export interface Settings {
  readonly seed?: number;
  /** Random cases a grain. */
  readonly runs?: number;
  /** Seconds. */
  readonly timeLimit?: number;
  readonly digits?: number;
  readonly reports?: string;
  readonly json?: boolean;
}

/** What is wrong with a command line or a variable, in one line. */
export interface Fault {
  readonly fault: string;
}

type Value = number | string | boolean;

interface Rule {
  readonly key: keyof Settings;
  readonly must: string;
  readonly read: (text: string) => Value | undefined;
}

/** fast-check takes a seed of 32 bits. */
const greatestSeed = 2 ** 32 - 1;
/** Far above the cap of 800 at which the judge gives up; beyond a few thousand decimal.js is slow and limited. */
const mostDigits = 1000;

const rules: Readonly<Record<SettingName, Rule>> = {
  seed: {
    key: 'seed',
    must: `an integer from 0 to ${greatestSeed}`,
    read: (text) => integer(text, 0, greatestSeed),
  },
  runs: {
    key: 'runs',
    must: 'an integer from 1 to 1000000000',
    read: (text) => integer(text, 1, 1_000_000_000),
  },
  'time-limit': {
    key: 'timeLimit',
    must: 'a number of seconds above 0',
    read: (text) => (/^\d+(\.\d+)?$/.test(text) && Number(text) > 0 ? Number(text) : undefined),
  },
  digits: {
    key: 'digits',
    must: `an integer from 1 to ${mostDigits}`,
    read: (text) => integer(text, 1, mostDigits),
  },
  reports: {
    key: 'reports',
    must: 'a folder',
    read: (text) => (text.trim() === '' ? undefined : text),
  },
  json: {
    key: 'json',
    must: '1, true, 0 or false',
    read: (text) => (/^(1|true|0|false)$/.test(text) ? /^(1|true)$/.test(text) : undefined),
  },
};

const prefix = 'COUNTERCLAIM_';

function integer(text: string, least: number, most: number): number | undefined {
  const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : undefined;
}

/**
 * Reads settings from texts.
 *
 * @param texts   by the name of the flag
 * @param written how a setting is called where it was written: `--seed`, `COUNTERCLAIM_SEED`
 */
export function readSettings(
  texts: ReadonlyMap<SettingName, string>,
  written: (name: SettingName) => string,
): Settings | Fault {
  const values: [keyof Settings, Value][] = [];
  for (const [name, text] of texts) {
    const { key, must, read } = rules[name];
    const value = read(text);
    if (value === undefined) return { fault: `${written(name)}: must be ${must}, got '${text}'` };
    values.push([key, value]);
  }
  return Object.fromEntries(values);
}

/** Reads the variables that begin with COUNTERCLAIM_; one that no flag mirrors is a fault, never ignored. */
export function environmentSettings(env: Readonly<Record<string, string | undefined>>): Settings | Fault {
  const known = new Map(settingNames.map((name) => [variableOf(name), name]));
  const texts = new Map<SettingName, string>();
  for (const variable of Object.keys(env).sort()) {
    if (!variable.startsWith(prefix)) continue;
    const name = known.get(variable);
    if (name === undefined) {
      return { fault: `${variable}: must be a known variable${suggestion(variable, [...known.keys()])}` };
    }
    texts.set(name, env[variable]!);
  }
  return readSettings(texts, variableOf);
}

/** `time-limit` is mirrored by COUNTERCLAIM_TIME_LIMIT. */
export function variableOf(name: SettingName): string {
  return prefix + name.toUpperCase().replace('-', '_');
}

/** The folder the reports are written to. */
export function folderOf({ reports = 'reports' }: Settings): string {
  return reports;
}
