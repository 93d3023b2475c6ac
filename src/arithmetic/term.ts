import { exactly } from './rational.ts';
import type { Analytic } from './ring.ts';
import type { Space } from './space.ts';

/** The arithmetic of text: each operation writes itself down, fully parenthesised and never twice. */
export const terms: Analytic<string> = {
  of: literal,
  add: (a, b) => `(${a} + ${b})`,
  sub: (a, b) => `(${a} - ${b})`,
  mul: (a, b) => `(${a} * ${b})`,
  neg: (a) => `(-${a})`,
  div: (a, b) => `(${a} / ${b})`,
  exp: (a) => `exp(${bare(a)})`,
  sqrt: (a) => `sqrt(${bare(a)})`,
};

/** Formal vectors as text, of which only sums, multiples and inner products can be written. */
export const termSpace: Space<string, string, Analytic<string>> = {
  scalars: terms,
  zero: 'zero',
  add: (u, v) => `(${u} + ${v})`,
  scale: (c, v) => `(${c} * ${v})`,
  dot: (u, v) => `dot(${bare(u)}, ${bare(v)})`,
};

/** A double as an exact literal: an integer, or a fraction whose denominator is a power of two. */
function literal(value: number): string {
  const { num, den } = exactly(value);
  if (den !== 1n) return `(${num}/${den})`;
  return num < 0n ? `(${num})` : `${num}`;
}

/** The text without the parentheses around it, when the first one is closed by the last. */
function bare(text: string): string {
  if (!text.startsWith('(')) return text;
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '(') depth++;
    if (text[i] === ')') depth--;
    if (depth === 0) return i === text.length - 1 ? text.slice(1, -1) : text;
  }
  return text;
}
