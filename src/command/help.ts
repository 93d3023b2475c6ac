import { type CommandName, commandNames, commands } from './commands.ts';
import { flagOf, type SettingName, variableOf } from './settings.ts';

const flagWords: Readonly<Record<SettingName, readonly [takes: string, says: string]>> = {
  seed: ['<integer>', 'seed of the random search; never decides a verdict'],
  runs: ['<integer>', 'random cases a grain'],
  'time-limit': ['<seconds>', 'stop after this long; what is left stays undecided'],
  digits: ['<integer>', 'digits to begin with, or to certify (evaluate)'],
  reports: ['<folder>', 'where the reports are written; default reports'],
  json: ['', 'print JSON'],
  system: ['<system>', 'only the laws of this system'],
  format: ['<format>', 'float64 or float32, in place of what the subject declares'],
  laws: ['<law,law>', 'only these laws'],
  'json-file': ['<file>', 'write the grade as JSON'],
  junit: ['<file>', 'write the grade as JUnit XML'],
  html: ['<file>', 'write the grade as a page to look at, without a script'],
  grade: ['gradescope[=<file>]', 'write the results.json of Gradescope'],
  weights: ['<file>', 'points by law or system, for --grade'],
  'known-failures': ['<file>', 'laws that this subject is known to break, each with a reason'],
  smoke: ['', 'ask one tiny case a function, for who wires up an adapter'],
  replay: ['<call>', 'ask one call, given as JSON, and judge it'],
  'require-coq': ['', 'fail when there is no Coq to check the theorems'],
};

const endings = `Exit codes: 0 holds; 1 a witness differs or a law is broken; 2 usage; 3 incomplete; 4 crashed; 130 interrupted.
Variables mirror the flags (COUNTERCLAIM_SEED=1); a flag wins. NO_COLOR turns colours off.
`;

/** The help of the program, or of one command. */
export function helpText(about?: CommandName): string {
  return about === undefined ? programHelp() : commandHelp(about);
}

function programHelp(): string {
  const lines = commandNames.map((name) => {
    const { takes, says } = commands[name];
    return `  ${`${name} ${takes}`.padEnd(24)} ${says}\n`;
  });
  return `Usage: counterclaim <command> [flags]

Decides the claims of a write-up: proved, conditional, refuted or ill-posed, each with evidence;
and grades implementations of the systems that it describes.

${lines.join('')}  ${'help [command]'.padEnd(24)} prints this, or what one command takes

Flags: --help, --version, and those of the command.
${endings}`;
}

function commandHelp(name: CommandName): string {
  const { takes, says, more, flags } = commands[name];
  const lines = flags.map((flag) => {
    const [value, meaning] = flagWords[flag];
    return `  ${`--${flagOf(flag)} ${value}`.padEnd(27)} ${meaning} (${variableOf(flag)})\n`;
  });
  return `Usage: counterclaim ${name}${takes === '' ? '' : ` ${takes}`} [flags]

${name} ${says}.
${more.join('\n')}

${lines.join('')}
${endings}`;
}
