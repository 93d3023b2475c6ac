/** Seconds of warm-up: optimising compilers take over late. */
const WARM_UP = 0.6;

/** The middle of some numbers. */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/**
 * Times contestants in turns: each round runs every one for about as long, in an order that rotates from round to round,
 * so that what else the machine does, and its clock, disturb all of them alike.
 *
 * @returns by name: seconds of each round, or why it is absent
 */
export async function timeInRounds(contestants, work, { rounds, slice }) {
  const results = new Map();
  const present = [];
  for (const { name, worker } of contestants) {
    const { absent, version } = await worker.ask({ op: 'prepare', work });
    if (absent !== undefined) {
      results.set(name, { absent });
      continue;
    }
    // Warm-up, which also tells how many runs fit into a slice. The first run compiles, and says nothing of the second.
    let repeats = 1;
    for (let warmed = 0; warmed < WARM_UP; ) {
      const { seconds } = await worker.ask({ op: 'time', repeats });
      warmed += seconds * repeats;
      repeats = repeatsIn(slice, seconds);
    }
    present.push({ name, worker, repeats, version });
    results.set(name, { version, seconds: [] });
  }
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < present.length; i++) {
      const { name, worker, repeats } = present[(i + round) % present.length];
      const { seconds, absent, ...extra } = await worker.ask({ op: 'time', repeats });
      if (absent !== undefined) throw new Error(`${name}: ${absent}`);
      const result = results.get(name);
      result.seconds.push(seconds);
      Object.assign(result, extra);
    }
  }
  for (const { name, worker } of present) {
    results.get(name).values = (await worker.ask({ op: 'rows', rows: work.checkedRows ?? [0] })).values;
  }
  return results;
}

function repeatsIn(slice, seconds) {
  return Math.max(1, Math.min(1_000_000, Math.round(slice / Math.max(seconds, 1e-9))));
}

/** The median over rounds of how many times longer the second takes than the first. */
export function medianRatio(ours, theirs) {
  return median(ours.seconds.map((seconds, round) => theirs.seconds[round] / seconds));
}
