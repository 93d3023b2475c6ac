import { median } from './rounds.mjs';
import { startWorker } from './worker.mjs';

/** Certified cases a second on one core, and how many times those of Hypothesis and mpmath on the same properties. */
const systems = [
  { system: 'rnn', atLeast: 60e3, aim: 250e3, ratioAtLeast: 50, ratioAim: 200 },
  { system: 'softmax-attention', atLeast: 30e3, aim: 150e3, ratioAtLeast: 25, ratioAim: 100 },
  { system: 'linear-attention', atLeast: 25e3, aim: 80e3, ratioAtLeast: 20, ratioAim: 75 },
];

const OURS = 20_000;
const THEIRS = 400;

/** Both sides in turns, each timing its own loop: generation, the function under test, exact value, bound, comparison. */
export async function throughput(python, rounds) {
  const ours = startWorker({ command: process.execPath, args: ['throughput.mjs'] });
  const theirs = startWorker({ command: python, args: ['throughput.py'] });
  const rows = [];
  for (const figure of systems) {
    const { system } = figure;
    const rates = { ours: [], peer: [] };
    await ours.ask({ system, cases: OURS });
    let absent;
    for (let round = 0; round < rounds; round++) {
      const mine = await ours.ask({ system, cases: OURS });
      if (mine.absent !== undefined) throw new Error(mine.absent);
      rates.ours.push(OURS / mine.seconds);
      const peer = await theirs.ask({ system, cases: THEIRS });
      absent ??= peer.absent;
      if (absent === undefined) rates.peer.push(THEIRS / peer.seconds);
    }
    const ratios = rates.peer.map((rate, round) => rates.ours[round] / rate);
    rows.push({
      ...figure,
      ours: median(rates.ours),
      ...(absent === undefined ? { peer: median(rates.peer), ratio: median(ratios) } : { absent }),
    });
  }
  ours.close();
  theirs.close();
  return rows;
}
