import type { FormatName } from '#conformance/contract.ts';
import { suggestion } from './nearest.ts';

export const settingNames = [
  'seed',
  'runs',
  'time-limit',
  'digits',
  'reports',
  'json',
  'system',
  'format',
  'laws',
  'json-file',
  'junit',
  'html',
  'grade',
  'weights',
  'known-failures',
  'smoke',
  'replay',
  'require-coq',
] as const;

/** A setting by the name of its flag; that of `json-file` is `json`, of the commands that write a file. */
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
  /** The system whose laws are asked for. */
  readonly system?: string;
  /** The format in which a subject is graded. */
  readonly format?: FormatName;
  /** The laws asked for, by name. */
  readonly laws?: readonly string[];
  /** Files that a grade is written to. */
  readonly jsonFile?: string;
  readonly junit?: string;
  readonly html?: string;
  readonly gradescope?: string;
  /** Files that are read. */
  readonly weights?: string;
  readonly knownFailures?: string;
  readonly smoke?: boolean;
  /** A call as JSON. */
  readonly replay?: string;
  /** Without a Coq to check theorems the command fails. */
  readonly requireCoq?: boolean;
}

/** What is wrong with a command line or a variable, in one line. */
export interface Fault {
  readonly fault: string;
}

type Value = number | string | boolean | readonly string[];

interface Rule {
  readonly key: keyof Settings;
  readonly must: string;
  readonly read: (text: string) => Value | undefined;
}

/** fast-check takes a seed of 32 bits. */
const greatestSeed = 2 ** 32 - 1;
/** Far above the cap of 800 at which the judge gives up; beyond a few thousand decimal.js is slow and limited. */
const mostDigits = 1000;

const yesOrNo: Omit<Rule, 'key'> = {
  must: '1, true, 0 or false',
  read: (text) => (/^(1|true|0|false)$/.test(text) ? /^(1|true)$/.test(text) : undefined),
};
const aFile: Omit<Rule, 'key'> = { must: 'a file', read: written };

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
  reports: { key: 'reports', must: 'a folder', read: written },
  json: { key: 'json', ...yesOrNo },
  system: { key: 'system', must: 'a system', read: written },
  format: {
    key: 'format',
    must: 'one of float64 and float32',
    read: (text) => (/^float(64|32)$/.test(text) ? text : undefined),
  },
  laws: { key: 'laws', must: 'names of laws, with commas between', read: list },
  'json-file': { key: 'jsonFile', ...aFile },
  junit: { key: 'junit', ...aFile },
  html: { key: 'html', ...aFile },
  grade: {
    key: 'gradescope',
    must: 'gradescope or gradescope=FILE',
    read: (text) => (text === 'gradescope' ? 'results.json' : /^gradescope=(.*\S.*)$/.exec(text)?.[1]),
  },
  weights: { key: 'weights', ...aFile },
  'known-failures': { key: 'knownFailures', ...aFile },
  smoke: { key: 'smoke', ...yesOrNo },
  replay: { key: 'replay', must: 'a call as JSON', read: written },
  'require-coq': { key: 'requireCoq', ...yesOrNo },
};

const prefix = 'COUNTERCLAIM_';

function written(text: string): string | undefined {
  return text.trim() === '' ? undefined : text;
}

function list(text: string): readonly string[] | undefined {
  const names = text.split(',').map((name) => name.trim());
  return names.includes('') ? undefined : names;
}

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

/** The flag that sets a setting. */
export function flagOf(name: SettingName): string {
  return name === 'json-file' ? 'json' : name;
}

/** The folder the reports are written to. */
export function folderOf({ reports = 'reports' }: Settings): string {
  return reports;
}
