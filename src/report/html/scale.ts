/** A map from values to places on paper. */
export type Scale = (value: number) => number;

/** An interval, its ends in order. */
export type Span = readonly [from: number, to: number];

/** Equal steps to equal steps; an empty span of values goes to the middle. */
export function linearScale([from, to]: Span, [start, end]: Span): Scale {
  if (from === to) return () => (start + end) / 2;
  return (value) => start + ((value - from) / (to - from)) * (end - start);
}

/** Equal factors to equal steps; the span of values is positive. Values that are not go to its start. */
export function logScale([from, to]: Span, paper: Span): Scale {
  const scale = linearScale([Math.log(from), Math.log(to)], paper);
  return (value) => scale(Math.log(Math.max(value, from)));
}

/** The span of values, widened to hold all of `others`. */
export function spanOf(values: readonly number[], ...others: readonly number[]): Span {
  const all = [...values, ...others].filter(Number.isFinite);
  return all.length === 0 ? [0, 1] : [Math.min(...all), Math.max(...all)];
}

/** Round values in a span, about `count` of them: steps of 1, 2 or 5 times a power of ten. */
export function linearTicks([from, to]: Span, count = 5): readonly number[] {
  if (!(to > from)) return [from];
  const rough = (to - from) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * [1, 2, 5, 10].find((factor) => factor * power >= rough * (1 - 1e-9))!;
  const ticks: number[] = [];
  for (let i = Math.ceil(from / step - 1e-9); i * step <= to + step * 1e-9; i++) {
    ticks.push(Number((i * step).toPrecision(12)));
  }
  return ticks;
}

/** Powers of ten in a positive span, no more than `most` of them. */
export function logTicks([from, to]: Span, most = 8): readonly number[] {
  const [first, last] = [Math.ceil(Math.log10(from) - 1e-9), Math.floor(Math.log10(to) + 1e-9)];
  const stride = Math.max(1, Math.ceil((last - first + 1) / most));
  const ticks: number[] = [];
  for (let power = first; power <= last; power += stride) ticks.push(Number(`1e${power}`));
  return ticks;
}

/** A number in so many significant digits, without zeros at the end: "0.3348", "1.3e19", "-2". */
export function shortNumber(value: number, digits = 4): string {
  if (value === 0) return '0';
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? '∞' : '−∞';
  const size = Math.abs(value);
  const text =
    size >= 1e6 || size < 1e-4
      ? value
          .toExponential(digits - 1)
          .replace(/\.?0+e/, 'e')
          .replace('e+', 'e')
      : `${Number(value.toPrecision(digits))}`;
  return text
    .replace('-', '−')
    .replace('e−', 'e-')
    .replace(/^(−?[\d.]+)e-/, '$1e−');
}
