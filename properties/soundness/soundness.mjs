// Counts enclosures that exclude the truth, and pairs of enclosures of one value that do not intersect.
// Usage: node properties/soundness/soundness.mjs [--random N] [--adversarial N] [--seed S]   (npm run build first)
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { areDisjoint, ballEngine, decimalEngine, textOf } from './engines.mjs';
import { compare } from './number.mjs';
import { adversarialOperands, hugeOperands, pick, randomOperands, randomStream } from './operands.mjs';
import { excludes } from './truth.mjs';

const built = (file) => new URL(`../../dist/arithmetic/${file}.js`, import.meta.url);
if (!existsSync(built('ball'))) fail(2, 'soundness: dist must be built first: npm run build');
const { Decimal } = await import('decimal.js');
const { enclosures } = await import(built('enclosure').href);
const { balls } = await import(built('ball').href);

const flags = readFlags();

/** exp costs a hundred times as much as a sum: 8 in 100. */
const operations = Object.entries({ '+': 19, '-': 18, '*': 19, '/': 18, sqrt: 18, exp: 8 });
const schedule = operations.flatMap(([operation, weight]) => Array(weight).fill(operation));
/** Few digits most of the time: cheap, and a boundary of rounding is never far. */
const DIGITS = [
  1, 2, 2, 3, 3, 4, 5, 5, 6, 7, 7, 8, 9, 10, 12, 14, 15, 16, 17, 17, 18, 20, 25, 25, 34, 50, 100,
];
const BITS = [2, 3, 5, 8, 8, 11, 16, 20, 24, 24, 32, 40, 53, 53, 54, 60, 64, 64, 80, 100, 113, 128, 170, 334];
/** Of the adversarial operands, those at exponents that no double has. */
const HUGE = 0.1;
const SHOWN = 10;

const engines = {
  decimal: new Map(DIGITS.map((digits) => [digits, decimalEngine({ enclosures, Decimal }, digits)])),
  ball: new Map(BITS.map((bits) => [bits, ballEngine({ balls }, bits)])),
};
const rows = new Map();
for (const engine of ['decimal', 'ball']) {
  for (const [operation] of operations) rows.set(`${engine} ${operation}`, emptyRow(engine, operation));
  rows.set(`${engine} entry`, emptyRow(engine, 'entry'));
}
let pairs = 0;
let disjoint = 0;
let shown = 0;
const start = performance.now();
const next = randomStream(flags.seed);

console.log(
  `soundness: ${flags.random} random and ${flags.adversarial} adversarial operations an engine, seed ${flags.seed}`,
);
for (let i = 0; i < flags.random; i++) {
  progress('random', i, flags.random);
  const operation = pick(next, schedule);
  judge('random', operation, randomOperands(next, operation), pick(next, DIGITS), pick(next, BITS));
}
for (let i = 0; i < flags.adversarial; i++) {
  progress('adversarial', i, flags.adversarial);
  adversarial(pick(next, schedule), pick(next, DIGITS), pick(next, BITS));
}
report();

/** A trap laid for one engine and sprung on both; at huge exponents each has its own, since no number suits both. */
function adversarial(operation, digits, bits) {
  const [decimal, ball] = [engines.decimal.get(digits), engines.ball.get(bits)];
  if (next() < HUGE) {
    for (const engine of [decimal, ball]) {
      run('adversarial', operation, hugeOperands(next, operation, engine.base, engine.places), engine);
    }
    return;
  }
  const { base, places } = next() < 0.5 ? decimal : ball;
  judge('adversarial', operation, adversarialOperands(next, operation, base, places), digits, bits);
}

/** One operation on the same exact operands in both engines: each against the truth, and one against the other. */
function judge(kind, operation, operands, digits, bits) {
  const results = [engines.decimal.get(digits), engines.ball.get(bits)].map((engine) =>
    run(kind, operation, operands, engine),
  );
  pairs++;
  if (!areDisjoint(...results)) return;
  disjoint++;
  for (const engine of ['decimal', 'ball']) rows.get(`${engine} ${operation}`).disjoint++;
  show(`disjoint at ${digits} digits and ${bits} bits: ${operation}`, operands, results);
}

function run(kind, operation, operands, engine) {
  const rounded = next() < 0.5;
  const held = operands.map((operand) => engine.enter(operand, rounded));
  const heldEnds = held.map(engine.ends);
  const entry = rows.get(`${engine.name} entry`);
  operands.forEach(({ lo, hi }, i) => {
    entry[kind]++;
    if (compare(heldEnds[i][0], lo) <= 0 && compare(heldEnds[i][1], hi) >= 0) return;
    entry.excluded++;
    show(`${engine.name} at ${engine.places}: entry`, [operands[i]], [heldEnds[i]]);
  });
  const result = engine.ends(apply(engine, operation, held, operands));
  const row = rows.get(`${engine.name} ${operation}`);
  row[kind]++;
  if (excludes(operation, heldEnds, result, engine, next)) {
    row.excluded++;
    show(`${engine.name} at ${engine.places}: ${operation}`, operands, [result]);
  }
  return result;
}

function apply(engine, operation, held, operands) {
  try {
    return engine.apply(operation, held);
  } catch (error) {
    return fail(
      4,
      `${engine.name} at ${engine.places}: ${operation} must accept ${textsOf(operands)}, got ${error}`,
    );
  }
}

function report() {
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  const header = ['engine', 'operation', 'random', 'adversarial', 'excluded', 'disjoint'];
  const cells = [...rows.values()].map((row) => header.map((name) => `${row[name]}`));
  const total = (name) =>
    cells.flatMap((_, i) => [...rows.values()][i]).reduce((sum, row) => sum + row[name], 0);
  for (const line of [header, ...cells]) {
    console.log(line.map((cell, i) => (i < 2 ? cell.padEnd(10) : cell.padStart(12))).join(''));
  }
  console.log('entry: doubles, decimals and fractions taken in; not counted as operations');
  console.log('truth: + - * / by exact integers at every corner and a point inside, sqrt by squaring,');
  console.log(
    '       exp of every operation by a bracket of our own: halved, partial sums with remainder, squared',
  );
  console.log(
    `decimal against ball: ${pairs} pairs of enclosures of the same exact operands, ${disjoint} disjoint`,
  );
  console.log('       (at exponents that no double has, each engine has operands of its own)');
  console.log(`${seconds} s, Node ${process.version}`);
  const excluded = total('excluded');
  const failed = excluded + disjoint;
  console.log(`${total('random') + total('adversarial') + pairs - failed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

function emptyRow(engine, operation) {
  return { engine, operation, random: 0, adversarial: 0, excluded: 0, disjoint: 0 };
}

function progress(kind, i, count) {
  const step = Math.ceil(count / 10);
  if (i === 0 || i % step !== 0) return;
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  console.error(`${kind}: ${i} of ${count}, ${seconds} s`);
}

function show(what, operands, results) {
  if (shown++ >= SHOWN) return;
  console.log(`${what} of ${textsOf(operands)} gives ${results.map(textOf).join(' and ')}`);
}

function textsOf(operands) {
  return operands.map(({ lo, hi }) => textOf([lo, hi])).join(', ');
}

function readFlags() {
  const { values } = parsed();
  return Object.fromEntries(
    Object.entries(values).map(([name, text]) => {
      const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
      if (Number.isSafeInteger(value)) return [name, value];
      return fail(2, `soundness: --${name} must be an integer from 0 on, got ${text}`);
    }),
  );
}

function parsed() {
  const options = {
    random: { type: 'string', default: '1000000' },
    adversarial: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '20' },
  };
  try {
    return parseArgs({ options });
  } catch (error) {
    return fail(2, `soundness: ${error.message}`);
  }
}

function fail(code, message) {
  console.error(message);
  process.exit(code);
}
