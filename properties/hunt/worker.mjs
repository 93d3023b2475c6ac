// One core of the hunt: cases of fresh seeds until told to stop, each on a kernel in turn.
import { parentPort, workerData } from 'node:worker_threads';
import { climb } from './climb.mjs';
import { draws } from './draw.mjs';
import { compare, subjects } from './loops.mjs';
import { numbers } from './random.mjs';
import { written } from './recorded.mjs';

const { seed, until } = workerData;
/** Cases drawn before one of them is climbed from, and the steps of that climb. */
const DRAWN = 400;
const STEPS = 60;

const all = subjects();
const draw = draws(seed);
const random = numbers(seed + 1);
const totals = new Map(all.map(({ name }) => [name, { random: 0, climbed: 0, share: 0 }]));

/** The error over bound of a kernel at an input, reported when it is a violation or the sharpest so far. */
function shareAt(subject, input, kind) {
  const result = compare(subject.allowance(input, subject.declares), subject.run(input));
  const total = totals.get(subject.name);
  total[kind] += result.entries;
  if (result.violation !== undefined || result.worst > total.share) {
    total.share = Math.max(total.share, result.worst);
    const example = { kernel: subject.name, share: result.worst, input: written(input) };
    parentPort.postMessage({ example, violation: result.violation !== undefined });
  }
  return result.worst;
}

while (Date.now() < until) {
  for (const subject of all) {
    let sharpest;
    for (let i = 0; i < DRAWN; i++) {
      const input = draw[subject.system](subject.format);
      if (!subject.serves(input)) continue;
      const share = shareAt(subject, input, 'random');
      if (sharpest === undefined || share > sharpest.share) sharpest = { share, input };
    }
    if (sharpest === undefined) continue;
    const { input } = sharpest;
    const arrays = 'x' in input ? [input.x] : [input.tokens.q, input.tokens.k, input.tokens.v];
    const finite = () =>
      arrays.every((array) => array.every(Number.isFinite)) ? shareAt(subject, input, 'climbed') : undefined;
    climb(finite, arrays, random, { steps: STEPS });
    if (Date.now() >= until) break;
  }
  parentPort.postMessage({ totals: [...totals] });
}
parentPort.postMessage({ totals: [...totals], done: true });
