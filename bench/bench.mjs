// The kernels side by side with what others use, in one interleaved run. Usage: node bench.mjs [--quick] [--only text] [--python path]
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chart } from './run/chart.mjs';
import { shareOfBound } from './run/check.mjs';
import { inputFiles } from './run/inputs.mjs';
import { markdown } from './run/markdown.mjs';
import { median, medianRatio, timeInRounds } from './run/rounds.mjs';
import { throughput } from './run/throughput.mjs';
import { startWorker } from './run/worker.mjs';
import { growth, shares, twoCores, works } from './run/works.mjs';

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    python: { type: 'string', default: 'python3' },
    out: { type: 'string', default: fileURLToPath(new URL('../reports/bench/', import.meta.url)) },
  },
});
if (!existsSync(new URL('../dist/kernel.js', import.meta.url))) {
  console.error('bench: dist/ must be built first: npm run build');
  process.exit(2);
}

const node = (file, ...args) => ({ command: process.execPath, args: [file, ...args] });
const python = (...args) => ({ command: options.python, args: ['python.py', ...args] });
const commands = {
  simd: node('counterclaim.mjs', 'simd'),
  relaxed: node('counterclaim.mjs', 'relaxed'),
  plain: node('counterclaim.mjs', 'plain'),
  'two cores': node('counterclaim.mjs', 'simd', '2'),
  peak: node('peak.mjs'),
  naive: node('naive.mjs'),
  'ml-matrix': node('ml-matrix.mjs'),
  'tfjs-wasm': node('tfjs-wasm.mjs'),
  'onnxruntime-node': node('onnxruntime.mjs', 'onnxruntime-node'),
  'onnxruntime-web': node('onnxruntime.mjs', 'onnxruntime-web'),
  numpy: python('numpy'),
  torch: python('torch'),
  'torch fused': python('torch', 'fused'),
};
const inputs = inputFiles();
const wanted = (name) => name.includes(options.only);

/** Times some contestants on one work, each a process of its own. */
async function run(names, { work, rounds, slice }) {
  const contestants = names.map((name) => ({ name, worker: startWorker(commands[name]) }));
  try {
    const given = inputs.of(work);
    const plan = { rounds: options.quick ? Math.min(3, rounds) : rounds, slice };
    const results = await timeInRounds(contestants, given, plan);
    for (const [name, result] of results) {
      if (result.absent === undefined && name !== 'peak')
        result.share = await shareOfBound(given, result.values);
    }
    return results;
  } finally {
    for (const { worker } of contestants) worker.close();
  }
}

const report = {
  node: process.version,
  processor: cpus()[0]?.model ?? 'unknown',
  works: [],
  shares: [],
  growth: [],
  absent: [],
};

for (const entry of works.filter(({ name }) => wanted(name))) {
  const results = await run([...entry.ours, ...entry.peers], entry);
  const timed = {};
  for (const [name, result] of results) {
    if (result.absent !== undefined) {
      report.absent.push({ work: entry.name, peer: name, why: result.absent });
      continue;
    }
    timed[name] = {
      version: result.version,
      milliseconds: median(result.seconds) * 1e3,
      shareOfBound: result.share,
    };
    if (result.beyond !== undefined) timed[name].bytesBeyond = result.beyond;
  }
  const figures = entry.figures.flatMap((figure) => {
    const [ours, theirs] = [results.get(figure.ours), results.get(figure.peer)];
    if (ours?.seconds === undefined || theirs?.seconds === undefined) return [];
    return [{ ...figure, ratio: medianRatio(ours, theirs) }];
  });
  report.works.push({ name: entry.name, timed, figures });
  console.log(
    `${entry.name}: ${Object.entries(timed)
      .map(([name, { milliseconds }]) => `${name} ${milliseconds.toPrecision(3)} ms`)
      .join(', ')}`,
  );
  for (const { ours, peer, ratio, atLeast, aim } of figures) {
    console.log(`  ${ours} against ${peer}: ${ratio.toPrecision(3)}x (at least ${atLeast}x, aim ${aim}x)`);
  }
}

for (const entry of shares.filter(({ name }) => wanted(name))) {
  const results = await run(['simd', 'relaxed', 'peak'], { ...entry, rounds: 21, slice: 0.04 });
  const peak = results.get('peak');
  const reached = Object.fromEntries(
    ['simd', 'relaxed'].flatMap((tier) => {
      const ours = results.get(tier);
      if (ours.seconds === undefined) return [];
      const ratios = ours.seconds.map((s, round) => entry.flop / s / (peak.flop / peak.seconds[round]));
      return [[tier, median(ratios)]];
    }),
  );
  const gigaflops = peak.flop / median(peak.seconds) / 1e9;
  report.shares.push({
    name: entry.name,
    reached,
    peakGigaflops: gigaflops,
    atLeast: entry.atLeast,
    aim: entry.aim,
  });
  console.log(
    `${entry.name}: ${Object.entries(reached)
      .map(([tier, share]) => `${tier} ${(100 * share).toFixed(0)} %`)
      .join(', ')} of ${gigaflops.toFixed(1)} GFLOP/s`,
  );
}

if (wanted(twoCores.name)) {
  const results = await run(['simd', 'two cores'], twoCores);
  const ratio = medianRatio(results.get('two cores'), results.get('simd'));
  report.twoCores = { ratio, ...twoCores.figure };
  console.log(`${twoCores.name}: ${ratio.toFixed(2)}x (at least ${twoCores.figure.atLeast}x)`);
}

if (wanted('growth')) {
  for (const { kind, name, from, to } of growth.forms) {
    const worker = startWorker(commands.simd);
    const points = [];
    for (const T of growth.sizes) {
      const { dk, dv, format } = growth;
      const work = inputs.of({ kind, n: T, m: T, dk, dv, format });
      const slow = kind === 'quadratic' && T > 2 ** 16;
      const plan = { rounds: slow || options.quick ? 1 : 5, slice: slow ? 0.001 : 0.05 };
      if (options.quick && slow) continue;
      const result = (await timeInRounds([{ name, worker }], work, plan)).get(name);
      points.push({ T, seconds: median(result.seconds) });
    }
    worker.close();
    const factors = points.slice(1).map(({ seconds }, i) => seconds / points[i].seconds);
    report.growth.push({ name, points, factor: median(factors), factors, from, to });
    console.log(
      `growth of ${name}: ${factors.map((f) => f.toFixed(2)).join(' ')} (median ${median(factors).toFixed(2)}, ${from} to ${to})`,
    );
  }
}

if (wanted('throughput')) {
  report.throughput = await throughput(options.python, options.quick ? 1 : 7);
  for (const { system, ours, peer, ratio, absent } of report.throughput) {
    if (absent !== undefined)
      report.absent.push({ work: `throughput, ${system}`, peer: 'Hypothesis', why: absent });
    const beside =
      ratio === undefined ? '' : `, ${ratio.toPrecision(3)}x Hypothesis and mpmath (${Math.round(peer)})`;
    console.log(`throughput, ${system}: ${Math.round(ours)} certified cases a second${beside}`);
  }
}

inputs.remove();
for (const { work, peer, why } of report.absent)
  console.log(`absent in ${work}: ${peer}: ${why.split('\n')[0]}`);
mkdirSync(options.out, { recursive: true });
writeFileSync(`${options.out}/bench.json`, `${JSON.stringify(report, undefined, 1)}\n`);
writeFileSync(`${options.out}/bench.md`, markdown(report));
if (report.growth.length > 0) writeFileSync(`${options.out}/growth.svg`, chart(report.growth));
console.log(`written: ${options.out}`);
const wrong = report.works.flatMap(({ name, timed }) =>
  Object.entries(timed)
    .filter(([, { shareOfBound }]) => shareOfBound > 1)
    .map(([who]) => `${who} in ${name}`),
);
if (wrong.length > 0) {
  console.log(`outputs beyond the bound of every correct implementation: ${wrong.join('; ')}`);
  process.exitCode = 1;
}
