// Hunts for a case in which a kernel is further from the exact value than its bound allows, on all cores.
// Usage: node properties/hunt/hunt.mjs [--minutes N] [--seed N] [--threads N]
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { record, recorded } from './recorded.mjs';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string', default: String((Date.now() % 2 ** 30) | 0) },
    threads: { type: 'string', default: String(availableParallelism()) },
  },
});
const minutes = Number(values.minutes);
const seed = Number(values.seed);
const threads = Number(values.threads);
if (!(minutes > 0)) usage('minutes', 'a number above 0', values.minutes);
if (!Number.isInteger(seed)) usage('seed', 'an integer', values.seed);
if (!(Number.isInteger(threads) && threads > 0)) usage('threads', 'a whole number above 0', values.threads);

function usage(name, must, got) {
  console.error(`hunt: --${name} must be ${must}, got ${got}`);
  process.exit(2);
}

// Node 20 has the relaxed instructions behind a flag, which must be set before anything is compiled.
if (Number(process.versions.node.split('.')[0]) < 22) setFlagsFromString('--experimental-wasm-relaxed-simd');

const until = Date.now() + minutes * 60_000;
const sharpest = new Map();
const violations = [];
const counts = new Map();
console.log(`hunt: seed ${seed}, ${threads} threads, ${minutes} minutes`);

const workers = Array.from({ length: threads }, (_, i) => {
  const workerData = { seed: seed + 1_000_003 * i, until };
  const worker = new Worker(new URL('worker.mjs', import.meta.url), { workerData });
  worker.on('message', ({ example, violation, totals }) => {
    if (totals !== undefined) counts.set(i, totals);
    if (example === undefined) return;
    if (violation) {
      violations.push(example);
      console.log(`VIOLATION ${example.kernel}: ${JSON.stringify(example.input)}`);
    } else if (example.share > (sharpest.get(example.kernel)?.share ?? 0)) {
      sharpest.set(example.kernel, example);
    }
  });
  return new Promise((resolve, reject) => {
    worker.on('error', reject);
    worker.on('exit', resolve);
  });
});
process.on('SIGINT', () => {
  keep();
  process.exit(130);
});
await Promise.all(workers);
keep();

/** Adds to the recorded examples: every violation, and what is sharper than before by a hundredth. */
function keep() {
  const sum = new Map();
  for (const [name, { random, climbed }] of [...counts.values()].flat()) {
    const before = sum.get(name) ?? { random: 0, climbed: 0 };
    sum.set(name, { random: before.random + random, climbed: before.climbed + climbed });
  }
  for (const [name, { random, climbed }] of sum) {
    const share = sharpest.get(name)?.share ?? 0;
    console.log(`${share.toFixed(3)} of the bound at most, ${random} random and ${climbed} climbed: ${name}`);
  }
  const known = recorded();
  const best = (kernel) =>
    Math.max(0, ...known.filter((one) => one.kernel === kernel).map(({ share }) => share));
  const news = [...sharpest.values()].filter(({ kernel, share }) => share > best(kernel) + 0.01);
  const kept = known.filter((one) => one.violation || !news.some(({ kernel }) => kernel === one.kernel));
  record([...kept, ...news, ...violations.map((example) => ({ ...example, violation: true }))]);
  const total = (key) => [...sum.values()].reduce((all, one) => all + one[key], 0);
  console.log(`${news.length} sharper examples recorded`);
  console.log(
    `${total('random')} random and ${total('climbed')} climbed comparisons, ${violations.length} violations`,
  );
  process.exitCode = violations.length === 0 ? 0 : 1;
}
