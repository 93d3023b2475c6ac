import type { FloatFormat } from '#arithmetic/float-format.ts';
import type { Ring } from '#arithmetic/ring.ts';

/** The alternating sum in pairs, as its kernel documents the order, over any ring. */
export function pairOrder<N>(r: Ring<N>, x: readonly N[], h0: N): N {
  let pairs = r.of(0);
  for (let t = 0; t + 1 < x.length; t += 2) pairs = r.add(pairs, r.sub(x[t + 1]!, x[t]!));
  const h = r.add(pairs, h0);
  return x.length % 2 === 0 ? h : r.sub(x.at(-1)!, h);
}

/** Sums of every lane of four vectors, joined lane by lane, as `lanes.ts` documents it: steps 1 and 2. */
export function laneSums<N>(w: number, x: readonly N[], zero: N, add: (a: N, b: N) => N): N[] {
  const full = x.slice(0, x.length - (x.length % (4 * w)));
  const accumulator = (i: number, lane: number): N =>
    full.filter((_, t) => t % (4 * w) === i * w + lane).reduce(add, zero);
  return Array.from({ length: w }, (_, lane) =>
    add(add(accumulator(0, lane), accumulator(1, lane)), add(accumulator(2, lane), accumulator(3, lane))),
  );
}

/** The order of `lanes.ts`, w lanes a vector. */
export function laneOrder<N>(r: Ring<N>, w: number, x: readonly N[], h0: N): N {
  const lanes = laneSums(w, x, r.of(0), r.add);
  const alternating = (sum: N, item: N, t: number): N => (t % 2 === 0 ? r.sub(sum, item) : r.add(sum, item));
  const rest = x.slice(x.length - (x.length % (4 * w)));
  const sum = r.add(lanes.reduce(alternating, r.of(0)), rest.reduce(alternating, r.of(0)));
  const h = r.add(sum, h0);
  return x.length % 2 === 0 ? h : r.sub(r.of(0), h);
}

/** The order of `scan.ts`, so many inputs a block. */
export function scanOrder<N>(r: Ring<N>, block: number, x: readonly N[], h0: N): N[] {
  const states = (inputs: readonly N[], first: N): N[] => {
    let h = first;
    return inputs.map((input) => {
      h = r.sub(input, h);
      return h;
    });
  };
  if (x.length <= block) return states(x, h0);
  const blocks = Array.from({ length: Math.ceil(x.length / block) }, (_, b) =>
    states(x.slice(b * block, (b + 1) * block), r.of(0)),
  );
  const ends = blocks.slice(0, -1).map((inside) => inside.at(-1)!);
  const before = [h0, ...scanOrder(r, block, ends, h0)];
  return blocks.flatMap((inside, b) =>
    inside.map((h, t) => (t % 2 === 0 ? r.sub(h, before[b]!) : r.add(h, before[b]!))),
  );
}

/**
 * Numbers of which only this is known: the most additions that an addend in them has passed through, and how many addends
 * they have; adding to zero is no addition.
 */
export const depths: Ring<number | undefined> = {
  of: (value) => (value === 0 ? undefined : 0),
  add: deeper,
  sub: deeper,
  mul: (a, b) => (a === undefined || b === undefined ? undefined : Math.max(a, b)),
  neg: (a) => a,
};

function deeper(a: number | undefined, b: number | undefined): number | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return Math.max(a, b) + 1;
}

/** A compensated sum: its value as rounded, and its errors. */
export interface Compensated<N, E> {
  readonly high: N;
  readonly low: E;
}

/** What a compensated sum is computed by: sums, their errors, and sums of errors. */
export interface Compensation<N, E> {
  readonly sums: Ring<N>;
  readonly errors: Ring<E>;
  readonly errorOf: (a: N, b: N) => E;
}

/** The order of `compensated.ts` up to its step 5: the pair of which the kernel returns the sum. */
export function compensatedOrder<N, E>(
  { sums, errors, errorOf }: Compensation<N, E>,
  w: number,
  x: readonly N[],
  h0: N,
): Compensated<N, E> {
  type Sum = Compensated<N, E>;
  const zero: Sum = { high: sums.of(0), low: errors.of(0) };
  const lone = (high: N): Sum => ({ high, low: errors.of(0) });
  const negated = (a: Sum): Sum => ({ high: sums.neg(a.high), low: errors.neg(a.low) });
  const join = (a: Sum, b: Sum): Sum => ({
    high: sums.add(a.high, b.high),
    low: errors.add(errors.add(a.low, b.low), errorOf(a.high, b.high)),
  });
  const lanes = laneSums<Sum>(w, x.map(lone), zero, join);
  const rest = x
    .slice(x.length - (x.length % (4 * w)))
    .reduce<Sum>((sum, input, t) => join(sum, t % 2 === 0 ? negated(lone(input)) : lone(input)), zero);
  const all = lanes
    .slice(1)
    .reduce<Sum>((sum, lane, l) => join(sum, l % 2 === 0 ? lane : negated(lane)), negated(lanes[0]!));
  const h = join(join(all, rest), lone(h0));
  return x.length % 2 === 0 ? h : negated(h);
}

/** Numbers of a format in a vector of 128 bits. */
export function lanesIn(format: FloatFormat): number {
  return 16 / (format.name === 'binary64' ? 8 : 4);
}
