import { type CommandName, commandNames, commands } from './commands.ts';
import { type SettingName, variableOf } from './settings.ts';

const flagWords: Readonly<Record<SettingName, readonly [takes: string, says: string]>> = {
  seed: ['<integer>', 'seed of the random search; never decides a verdict'],
  runs: ['<integer>', 'random cases a grain'],
  'time-limit': ['<seconds>', 'stop after this long; what is left stays undecided'],
  digits: ['<integer>', 'digits to begin with, or to certify (evaluate)'],
  reports: ['<folder>', 'where the reports are written; default reports'],
  json: ['', 'print JSON'],
};

const endings = `Exit codes: 0 holds; 1 a witness differs; 2 usage; 3 incomplete; 4 crashed; 130 interrupted.
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

Decides the claims of a write-up: proved, conditional, refuted or ill-posed, each with evidence.

${lines.join('')}  ${'help [command]'.padEnd(24)} prints this, or what one command takes

Flags: --help, --version, and those of the command.
${endings}`;
}

function commandHelp(name: CommandName): string {
  const { takes, says, more, flags } = commands[name];
  const lines = flags.map((flag) => {
    const [value, meaning] = flagWords[flag];
    return `  ${`--${flag} ${value}`.padEnd(24)} ${meaning} (${variableOf(flag)})\n`;
  });
  return `Usage: counterclaim ${name}${takes === '' ? '' : ` ${takes}`} [flags]

${name} ${says}.
${more.join('\n')}

${lines.join('')}
${endings}`;
}
