import { parseArgs } from 'node:util';
import { type CommandName, commandNames, commands } from './commands.ts';
import { suggestion } from './nearest.ts';
import {
  environmentSettings,
  type Fault,
  flagOf,
  readSettings,
  type SettingName,
  type Settings,
  settingNames,
} from './settings.ts';

/** A command line that was understood. */
export type Order =
  | { readonly command: 'help'; readonly about?: CommandName }
  | { readonly command: 'version' }
  | { readonly command: CommandName; readonly operands: readonly string[]; readonly settings: Settings };

/**
 * Reads a command line; a flag wins over the variable that mirrors it.
 *
 * @param argv what follows the name of the program
 */
export function readOrder(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Order | Fault {
  const fromEnvironment = environmentSettings(env);
  if ('fault' in fromEnvironment) return fromEnvironment;
  const { operands, flags, texts, fault } = partsOf(argv);
  if (fault !== undefined) return { fault };
  const [name, ...rest] = operands;
  if (flags.has('version')) return { command: 'version' };
  if (name === undefined) {
    return flags.has('help')
      ? { command: 'help' }
      : { fault: "counterclaim: a command must be given; see 'help'" };
  }
  if (name === 'help') return helpAbout(rest);
  const command = commandNames.find((known) => known === name);
  if (command === undefined) return { fault: unknownCommand(name) };
  if (flags.has('help')) return { command: 'help', about: command };
  const foreign = [...texts.keys()].find((flag) => !commands[command].flags.includes(flag));
  if (foreign !== undefined) return { fault: `${command}: has no flag --${flagOf(foreign)}` };
  const fromFlags = readSettings(texts, (flag) => `--${flagOf(flag)}`);
  if ('fault' in fromFlags) return fromFlags;
  const wrong = commands[command].operandFault(rest);
  return wrong === undefined
    ? { command, operands: rest, settings: { ...fromEnvironment, ...fromFlags } }
    : { fault: `${command}: ${wrong}` };
}

function helpAbout([about, ...more]: readonly string[]): Order | Fault {
  if (about === undefined) return { command: 'help' };
  const command = commandNames.find((known) => known === about);
  if (command === undefined) return { fault: unknownCommand(about) };
  return more.length === 0
    ? { command: 'help', about: command }
    : { fault: `help: must be about one command, got '${more.join(' ')}' as well` };
}

function unknownCommand(name: string): string {
  return `counterclaim: the command must be known, got '${name}'${suggestion(name, ['help', ...commandNames])}`;
}

function isSwitch(setting: SettingName): boolean {
  return setting === 'json' || setting === 'smoke' || setting === 'require-coq';
}

interface Parts {
  readonly operands: readonly string[];
  readonly flags: ReadonlySet<string>;
  readonly texts: ReadonlyMap<SettingName, string>;
  readonly fault?: string;
}

const switches = ['help', 'version'] as const;

/** The command line in its parts: --json takes a file where the command writes one. */
function partsOf(argv: readonly string[]): Parts {
  const parts = split(argv, 'json-file');
  const command = commandNames.find((known) => known === parts.operands[0]);
  const writes = command !== undefined && commands[command].flags.includes('json-file');
  return writes ? parts : split(argv, 'json');
}

/** Not strict, so that a fault is told in the words of this program. */
function split(argv: readonly string[], json: 'json' | 'json-file'): Parts {
  const { tokens } = parseArgs({
    args: [...argv],
    strict: false,
    tokens: true,
    allowPositionals: true,
    options: {
      ...Object.fromEntries(settingNames.map((name) => [name, { type: 'string' as const }])),
      json: { type: json === 'json' ? 'boolean' : 'string' },
      smoke: { type: 'boolean' },
      'require-coq': { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean', short: 'v' },
    },
  });
  const operands: string[] = [];
  const flags = new Set<string>();
  const texts = new Map<SettingName, string>();
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName, value } = token;
    const setting = name === 'json' ? json : settingNames.find((known) => flagOf(known) === name);
    if (setting !== undefined) texts.set(setting, value ?? (isSwitch(setting) ? 'true' : ''));
    else if (switches.some((known) => known === name)) flags.add(name);
    else {
      const known = [...switches, ...settingNames.map(flagOf)].map((flag) => `--${flag}`);
      const fault = `counterclaim: the flag must be known, got '${rawName}'${suggestion(rawName, known)}`;
      return { operands, flags, texts, fault };
    }
  }
  return { operands, flags, texts };
}
