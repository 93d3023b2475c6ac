// e^x of a ball against mpmath's, on the same arguments, in one interleaved run. Usage: node exp.mjs [python]
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';

const DIGITS = [20, 50, 100, 200];
/** The figure: at most this many times mpmath's time, at these digits. */
const FIGURE = 1.0;
const FIGURE_DIGITS = [50, 200];
const SIZES = [1, 40, 1000];
const ARGUMENTS = 1000;
/** Short batches, many times: what else the machine does then disturbs few of them, and a median ignores those. */
const BATCH = 200;
const ROUNDS = 201;

const built = new URL('../dist/arithmetic/ball.js', import.meta.url);
if (!existsSync(built)) fail(2, 'dist/arithmetic/ball.js must be built first: npm run build');
const { balls } = await import(built.href);

const peer = await openPeer(process.argv[2] ?? 'python3');
console.log(`Node ${process.version}, ${peer.hello.mpmath ? `mpmath ${peer.hello.mpmath}` : 'no mpmath'}`);
if (peer.hello.error) console.log(`peer absent: ${peer.hello.error}; only this side is timed`);
else if (peer.hello.backend !== 'gmpy') {
  console.log(
    `gmpy2 is absent (mpmath runs on "${peer.hello.backend}"): the figure is not decided by this run`,
  );
}

const rows = [];
for (const digits of DIGITS) for (const size of SIZES) rows.push(await compare(digits, size));
peer.close();
print(rows);
const decisive = peer.hello.backend === 'gmpy';
const missed = rows.filter((row) => FIGURE_DIGITS.includes(row.digits) && !(row.ratio <= FIGURE));
if (!decisive) fail(3, 'figure not decided: mpmath with gmpy2 is needed');
if (missed.length > 0) fail(1, `figure missed at ${missed.map((row) => row.digits).join(', ')} digits`);
console.log(
  `figure met: at most ${FIGURE.toFixed(1)} x mpmath's time at ${FIGURE_DIGITS.join(' and ')} digits`,
);

/** Medians of interleaved batches over arguments of full length, uniform in [-size, size]. */
async function compare(digits, size) {
  // As many bits as mpmath takes for these digits.
  const bits = Math.round((digits + 1) * Math.log2(10));
  const args = Array.from({ length: ARGUMENTS }, () => argument(bits, size));
  const arithmetic = balls(bits);
  const name = `${digits}/${size}`;
  if (peer.ask) {
    const { bits: theirs } = await peer.ask({ set: name, digits, args: args.map(asHex) });
    if (theirs !== bits)
      fail(4, `${name}: both sides must work with the same precision, got ${bits} and ${theirs}`);
    await checkAgreement(arithmetic, name, args);
  }
  // Our arguments have a radius of one unit in the last place: the price of propagating it is part of the time.
  const wide = args.map((x) => ({ ...x, rad: 1n }));
  const ours = [];
  const theirs = [];
  for (let round = 0; round < ROUNDS; round++) {
    const from = (round * BATCH) % ARGUMENTS;
    ours.push(batch(arithmetic, wide.slice(from, from + BATCH)));
    if (peer.ask) theirs.push((await peer.ask({ time: name, from, to: from + BATCH })).seconds);
  }
  const [a, b] = [median(ours), median(theirs)].map((seconds) => (seconds / BATCH) * 1e6);
  return { digits, size, bits, ours: a, theirs: b, ratio: a / b };
}

function batch(arithmetic, args) {
  const start = process.hrtime.bigint();
  for (const x of args) arithmetic.exp(x);
  return Number(process.hrtime.bigint() - start) / 1e9;
}

/** Both results, each with its own error (a radius; one unit in the last place), must have a number in common. */
async function checkAgreement(arithmetic, name, args) {
  const { values } = await peer.ask({ values: name });
  values.forEach(([hex, exponent], i) => {
    const { mid, rad, exp } = arithmetic.exp(args[i]);
    const mantissa = BigInt(hex);
    // mpmath strips zeros off the mantissa: its unit is that of a mantissa of full length.
    const length = mantissa.toString(2).length;
    const unit = exponent + length - arithmetic.bits;
    const scale = Math.min(exp, exponent, unit);
    const at = (n, e) => n << BigInt(e - scale);
    const distance = at(mid, exp) - at(mantissa, exponent);
    if ((distance < 0n ? -distance : distance) > at(rad, exp) + at(1n, unit)) {
      fail(4, `${name}: results must agree, got ${mid} * 2^${exp} and ${mantissa} * 2^${exponent}`);
    }
  });
}

/** A random argument whose mantissa has exactly `bits` bits, so that neither side gets a short one. */
function argument(bits, size) {
  const random = BigInt(`0x${randomBytes(Math.ceil(bits / 8) + 8).toString('hex')}`);
  const wide = (random * 2n * BigInt(size)) >> BigInt(Math.ceil(bits / 8) * 8 + 64 - bits);
  const signed = wide - (BigInt(size) << BigInt(bits));
  const magnitude = signed < 0n ? -signed : signed;
  const drop = magnitude.toString(2).length - bits;
  const mid = drop > 0 ? magnitude >> BigInt(drop) : (magnitude << BigInt(-drop)) | 1n;
  return { mid: signed < 0n ? -mid : mid, rad: 0n, exp: drop - bits };
}

function asHex({ mid, exp }) {
  return [`${mid < 0n ? '-' : ''}${(mid < 0n ? -mid : mid).toString(16)}`, exp];
}

function median(values) {
  return values.sort((x, y) => x - y)[values.length >> 1];
}

function print(table) {
  console.log('digits  |x| <=   ball us   mpmath us   ratio');
  for (const { digits, size, ours, theirs, ratio } of table) {
    const cells = [ours, theirs, ratio].map((value) =>
      (Number.isNaN(value) ? '-' : value.toFixed(2)).padStart(8),
    );
    console.log(`${`${digits}`.padStart(6)} ${`${size}`.padStart(7)}  ${cells.join('   ')}`);
  }
}

/** A resident process, so that neither its start nor its imports are timed. */
async function openPeer(python) {
  const child = spawn(python, [new URL('exp.py', import.meta.url).pathname], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const waiting = [];
  const missing = new Promise((resolve) => {
    child.on('error', (error) => resolve({ error: `${python} cannot be started (${error.code})` }));
    child.on('exit', () => resolve({ error: `${python} ended before it answered` }));
  });
  createInterface({ input: child.stdout }).on('line', (line) => waiting.shift()?.(JSON.parse(line)));
  const next = () => Promise.race([new Promise((resolve) => waiting.push(resolve)), missing]);
  const hello = await next();
  if (hello.error) return { hello, close: () => {} };
  const ask = async (request) => {
    const answer = next();
    child.stdin.write(`${JSON.stringify(request)}\n`);
    const result = await answer;
    return result.error ? fail(4, `peer: ${result.error}`) : result;
  };
  return { hello, ask, close: () => child.stdin.end() };
}

function fail(code, message) {
  console.error(message);
  process.exit(code);
}
