import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where the hunt keeps what it found. */
export const recordedFile = fileURLToPath(new URL('recorded.json', import.meta.url));

/** Examples found so far: for each kernel the sharpest, and every violation. */
export function recorded() {
  return existsSync(recordedFile) ? JSON.parse(readFileSync(recordedFile, 'utf8')) : [];
}

/** Writes all examples, by name and share, in one step. */
export function record(examples) {
  const order = (a, b) => (a.kernel < b.kernel ? -1 : a.kernel > b.kernel ? 1 : a.share - b.share);
  const lines = examples.toSorted(order).map((example) => `  ${JSON.stringify(example)}`);
  writeFileSync(`${recordedFile}.tmp`, `[\n${lines.join(',\n')}\n]\n`);
  renameSync(`${recordedFile}.tmp`, recordedFile);
}

/** An input as JSON: numbers by their shortest decimals, also those that JSON has not. */
export function written(input) {
  const text = (x) => (Object.is(x, -0) ? '-0' : String(x));
  const list = (array) => Array.from(array, text).join(' ');
  if ('x' in input) return { x: list(input.x), h0: text(input.h0) };
  const { q, k, v, ...sizes } = input.tokens;
  return { q: list(q), k: list(k), v: list(v), ...sizes, ...input.settings };
}

/** The input that was written, in a format. */
export function read(example, format) {
  const Numbers = format.name === 'binary64' ? Float64Array : Float32Array;
  const list = (text) => Numbers.from(text === '' ? [] : text.split(' '), Number);
  if ('x' in example) return { x: list(example.x), h0: Number(example.h0) };
  const { q, k, v, n, m, dk, dv, ...settings } = example;
  return { tokens: { q: list(q), k: list(k), v: list(v), n, m, dk, dv }, settings };
}
