// What isolation costs: a run that grades a module in a thread of its own, against one that grades it in its own thread.
// Usage: node bench/isolation.mjs [--rounds N] [--module FILE]      (npm run build first)
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

/** The figure: a share of a run without it. */
const MOST = 0.2;

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '11' },
    module: { type: 'string', default: fileURLToPath(new URL('../examples/node.mjs', import.meta.url)) },
    // One run, in this process: `here` or `isolated`.
    way: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
});
const built = (file) => new URL(`../dist/conformance/${file}.js`, import.meta.url).href;
if (!existsSync(fileURLToPath(built('module-host')))) fail('dist must be built first: npm run build');
if (!existsSync(values.module)) fail(`--module must be a file, got '${values.module}'`);
const rounds = Number(values.rounds);
if (!(Number.isInteger(rounds) && rounds > 0))
  fail(`--rounds must be a whole number above 0, got '${values.rounds}'`);

function fail(what) {
  console.error(`isolation: ${what}`);
  process.exit(2);
}

if (values.way === undefined) compared();
else console.log(JSON.stringify(await run(values.way)));

/** One whole run, of an engine that is told what `conform` tells it: all is loaded, the module is opened, asked every law, and closed. Times are from the start of the process. */
async function run(way) {
  (await import(new URL('../dist/command/engine.js', import.meta.url).href)).optimiseLate();
  // As `conform` does: the module is loaded while the laws are.
  if (way === 'isolated') await begin();
  const { gradeSubject, defaultRuns } = await import(built('grade-subject'));
  const host = await (way === 'here' ? here() : isolated());
  const opened = performance.now();
  let calls = 0;
  const counted = {
    ...host,
    call: (...asked) => {
      calls++;
      return host.call(...asked);
    },
  };
  const { laws } = gradeSubject(counted, { seed: Number(values.seed), runs: defaultRuns });
  const graded = performance.now();
  host.close();
  const broken = laws.filter(({ status }) => status !== 'passed' && status !== 'skipped');
  if (broken.length > 0)
    fail(`the module must keep every law, got ${broken.map(({ law }) => law).join(', ')} broken`);
  const { user, system } = process.cpuUsage();
  return { opened, graded: graded - opened, ended: performance.now(), cpu: (user + system) / 1000, calls };
}

async function begin() {
  const { beginModule } = await import(built('module-host'));
  const { defaultLimits } = await import(built('limits'));
  beginModule(values.module, defaultLimits);
}

async function isolated() {
  const { openModule } = await import(built('module-host'));
  const { defaultLimits } = await import(built('limits'));
  const host = openModule(values.module, defaultLimits);
  if ('kind' in host) fail(`the module must open, got '${host.kind}'`);
  return host;
}

async function here() {
  const { inProcessHost } = await import(built('in-process-host'));
  const { functionNames } = await import(built('contract'));
  const functions = await import(pathToFileURL(resolve(values.module)).href);
  const offered = functionNames.filter((name) => typeof functions[name] === 'function');
  return inProcessHost(functions, {
    name: 'module',
    language: 'javascript',
    format: functions.format ?? 'float64',
    implements: offered,
  });
}

/** Both in turn, in processes of their own; the median of the ratios within a round. */
function compared() {
  const rows = [];
  for (let seed = 1; seed <= rounds; seed++) {
    const ways = seed % 2 === 0 ? ['here', 'isolated'] : ['isolated', 'here'];
    rows.push(Object.fromEntries(ways.map((way) => [way, child(way, seed)])));
  }
  const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
  const of = (way, what) => median(rows.map((row) => row[way][what])).toFixed(0);
  const cost = (what) => 100 * (median(rows.map((row) => row.isolated[what] / row.here[what])) - 1);
  for (const way of ['here', 'isolated']) {
    console.log(
      `${way.padEnd(8)} opened at ${of(way, 'opened')} ms, graded in ${of(way, 'graded')}, ended at ${of(way, 'ended')}; ${of(way, 'cpu')} ms of processors, ${of(way, 'calls')} calls`,
    );
  }
  const whole = cost('ended');
  console.log(
    `cost of isolation: ${whole.toFixed(1)} % of a run, ${cost('cpu').toFixed(1)} % of its processors' time (medians of the ratios of ${rounds} rounds; at most ${100 * MOST} % is stood for)`,
  );
  process.exitCode = whole <= 100 * MOST ? 0 : 1;
}

function child(way, seed) {
  const args = [
    fileURLToPath(import.meta.url),
    '--way',
    way,
    '--seed',
    String(seed),
    '--module',
    values.module,
  ];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
}
