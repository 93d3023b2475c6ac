import { balls } from '#arithmetic/ball.ts';
import {
  formatPolynomial,
  indeterminate,
  orderedTerms,
  type Polynomial,
  polynomials,
  substitute,
} from '#arithmetic/polynomial.ts';
import {
  exactly,
  fraction,
  fromDyadic,
  parseRational,
  type Rational,
  rationals,
  sign,
} from '#arithmetic/rational.ts';
import { evaluate, formatRationalFunction, type RationalFunction } from '#arithmetic/rational-function.ts';
import type { BelowEps } from '#claim/statement.ts';
import { type Entry, formalSides } from '#judge/beta-entry.ts';
import type { Threshold, Verdict } from '#judge/verdict.ts';
import { exponentials, exponentOf, picking } from './frame-proof.ts';
import { type CoqFrame, conjunction, fixedFrame, frameInstance, sideOf } from './frames.ts';
import type { CoqTerm } from './term.ts';
import type { Certified, Theorem } from './theorem.ts';

/** A quantity is above eps up to one double and at most eps from the next one on. */
interface Crossed {
  readonly eps: Rational;
  readonly below: Rational;
  readonly above: Rational;
  /** At least u at `below`, with the quantity still above eps there. */
  readonly uBelow: Rational;
  /** At most u at `above`, with the quantity at most eps there. */
  readonly uAbove: Rational;
}

/** A quantity with its thresholds. */
interface Bounded {
  readonly name: string;
  readonly term: CoqTerm;
  readonly normal: Entry;
  readonly decreases: string;
  readonly crossed: readonly Crossed[];
}

interface Stated {
  readonly statement: BelowEps;
  readonly frame: CoqFrame;
  readonly parts: number;
  readonly bounded: readonly Bounded[];
}

/** Bits of the enclosures of e^(beta^2), which at a double is not where the entry is eps: the search ends long before. */
const BITS = 256;

/** Binary places tried first. */
const FIRST_PLACES = 40n;

/** What is needed of the exponential, and a difference as a number. */
const lemmas = `Lemma exp_le (x y : R) : x <= y -> exp x <= exp y.
Proof. intros [L | ->]; [left; apply exp_increasing; exact L | right; reflexivity]. Qed.
Lemma gap (x y : R) : x <= y -> exists t, 0 <= t /\\ y = x + t.
Proof. exists (y - x); lra. Qed.
Lemma quotient_le (a b c d : R) : 0 < b -> 0 < d -> a * d <= c * b -> a / b <= c / d.
Proof.
  intros B D H; apply Rmult_le_reg_r with (b * d); [nra|].
  replace (a / b * (b * d)) with (a * d) by (field; lra).
  replace (c / d * (b * d)) with (c * b) by (field; lra); exact H.
Qed.
Lemma squares_le (x y : R) : 0 <= x <= y -> x * x <= y * y.
Proof. nra. Qed.`;

/** Thresholds in beta: below one double a quantity is above eps, from the next on at most eps; and nothing lies between. */
export function certifyThreshold(statement: BelowEps, verdict: Verdict): Certified {
  const thresholds = verdict.verdict === 'conditional' ? (verdict.region.thresholds ?? []) : [];
  const stated = state(statement, thresholds);
  return stated === undefined
    ? { inexpressible: 'a quantity was not shown to decrease through each eps once' }
    : { theorems: [...stated.bounded.map((b, i) => crosses(stated, b, i)), fails(stated)] };
}

function state(statement: BelowEps, thresholds: readonly Threshold[]): Stated | undefined {
  const { vectors, quantity, names, eps } = statement;
  const formal = formalSides(vectors, [quantity]);
  if (formal === undefined) return undefined;
  const { parts, sides } = formal;
  const frame = fixedFrame(vectors);
  const bounded: Bounded[] = [];
  for (const [i, term] of sideOf(quantity, frame).entries()) {
    const normal = sides[0]![i]!;
    const decreases = decreasing(normal.value);
    // Of an entry that does not decrease no number near e^(beta^2) would do.
    if (decreases === undefined) return undefined;
    const own = thresholds.filter(({ name }) => name === names[i]);
    const crossed = eps.map((text) =>
      crossing(
        normal,
        own.filter((t) => t.eps === text),
        parts,
      ),
    );
    if (crossed.includes(undefined)) return undefined;
    bounded.push({ name: names[i]!, term, normal, decreases, crossed: crossed as readonly Crossed[] });
  }
  return { statement, frame, parts, bounded };
}

/** The tactic that shows an entry not to increase from u = 1 + w to 1 + w + t: cross-multiplied, nothing is subtracted. */
function decreasing({ num, den }: RationalFunction): string | undefined {
  const first = polynomials.add(polynomials.of(1), indeterminate('w'));
  const second = polynomials.add(first, indeterminate('t'));
  const at = (p: Polynomial, u: Polynomial): Polynomial => substitute(p, () => u);
  const products = [
    polynomials.mul(at(num, first), at(den, second)),
    polynomials.mul(at(num, second), at(den, first)),
  ];
  const difference = polynomials.sub(products[0]!, products[1]!);
  if (orderedTerms(difference).some(({ coefficient }) => sign(coefficient) < 0)) return undefined;
  return `apply quotient_le; [ positive | positive | apply (le_by (${formatPolynomial(difference)})); [ field | nonneg ] ]`;
}

/** The one crossing of a decreasing entry through eps, with numbers between u at its doubles and u where it crosses. */
function crossing({ value }: Entry, thresholds: readonly Threshold[], parts: number): Crossed | undefined {
  const [found] = thresholds;
  if (found === undefined || thresholds.length > 1) return undefined;
  const eps = parseRational(found.eps!);
  const [below, above] = [Number(found.below.decimal), Number(found.above.decimal)];
  return {
    eps,
    below: exactly(below),
    above: exactly(above),
    uBelow: between(value, eps, below, parts, 'greater'),
    uAbove: between(value, eps, above, parts, 'less'),
  };
}

/**
 * The shortest binary fraction at which an entry is still on the same side of eps as at a double beta: a little more
 * than u where the entry is greater than eps, a little less where it is less.
 */
function between(
  value: RationalFunction,
  eps: Rational,
  beta: number,
  parts: number,
  side: 'greater' | 'less',
): Rational {
  const a = balls(BITS);
  const { mid, rad, exp } = a.exp(a.div(a.mul(a.of(beta), a.of(beta)), a.of(parts)));
  const end = fromDyadic({ mantissa: side === 'greater' ? mid + rad : mid - rad, exponent: exp });
  for (let scale = 1n << FIRST_PLACES; ; scale <<= 4n) {
    const floor = (end.num * scale) / end.den;
    const near = fraction(side === 'greater' ? floor + 1n : floor, scale);
    if (
      rationals.compare(
        evaluate(rationals, value, () => near),
        eps,
      ) === side
    )
      return near;
  }
}

function crosses(
  { frame, parts }: Stated,
  { name, term, normal, decreases, crossed }: Bounded,
  i: number,
): Theorem {
  const { names } = frame;
  const x = exponentOf('beta', parts);
  const at = (u: string): string => formatRationalFunction(normal.value).replaceAll(/\bu\b/g, `(${u})`);
  const says = (altered: boolean): string =>
    `forall (V : space) (${names.join(' ')} : vector V) (beta : R),\n  frame beta [${names.join('; ')}] -> 0 < beta ->\n` +
    `  forall q : R, q = ${term.text} ->\n  ` +
    conjunction(
      crossed.map(({ eps, below, above }, k) => {
        const from = altered && k === 0 ? below : above;
        return `(beta <= ${literal(below)} -> ${literal(eps)} < q) /\\ (${literal(from)} <= beta -> q <= ${literal(eps)})`;
      }),
    );
  return {
    says: `${name}: for each eps, above it up to a double, and at most eps from the next double on.`,
    name: `threshold_${i + 1}`,
    definitions: i === 0 ? [lemmas] : [],
    statement: says(false),
    proof: [
      `intros V ${names.join(' ')} beta F B q Q`,
      `assert (M : forall u v, 1 <= u -> u <= v -> ${at('v')} <= ${at('u')})`,
      `  by (intros u v U UV; destruct (gap 1 u U) as [w [W ->]]; destruct (gap (1 + w) v UV) as [t [T ->]];\n      ${decreases})`,
      `assert (N : q = ${at(`exp (${x})`)})`,
      `  by (rewrite Q; in_frame; ${exponentials('beta', parts, false)}; field; nonzero)`,
      `assert (O : 1 <= exp (${x})) by (rewrite <- exp_0; apply exp_le; nonneg)`,
      `clear Q; rewrite N`,
      `repeat apply conj; [\n  ${crossed.flatMap((c) => sidesOf(c, parts, at)).join('\n| ')} ]`,
    ]
      .join(';\n')
      .replaceAll(';\n  by', '\n  by'),
    altered: says(true),
  };
}

/** The two tactics for one eps. */
function sidesOf(
  { below, above, uBelow, uAbove }: Crossed,
  parts: number,
  at: (u: string) => string,
): readonly string[] {
  const exponent = (beta: Rational): string => exponentOf(literal(beta), parts);
  const bits = 'interval with (i_prec 160)';
  const scaled = parts === 1 ? '' : 'apply Rmult_le_compat_r; [ lra | ]; ';
  const increasing = `apply exp_le; ${scaled}apply squares_le; lra`;
  return [
    `intros L; apply Rlt_le_trans with (${at(literal(uBelow))}); [ ${bits} | apply M; [ exact O |\n` +
      `  apply Rle_trans with (exp (${exponent(below)})); [ ${increasing} | ${bits} ] ] ]`,
    `intros L; apply Rle_trans with (${at(literal(uAbove))}); [ apply M; [ lra |\n` +
      `  apply Rle_trans with (exp (${exponent(above)})); [ ${bits} | ${increasing} ] ] | ${bits} ]`,
  ];
}

/** Not at most the least eps at every beta: at the double below the first threshold it is not. */
function fails({ statement, frame, bounded }: Stated): Theorem {
  const { names } = frame;
  const [first] = bounded as [Bounded];
  const k = first.crossed.reduce(
    (least, { eps }, i) => (rationals.compare(eps, first.crossed[least]!.eps) === 'less' ? i : least),
    0,
  );
  const { eps, below } = first.crossed[k]!;
  const { facts, unknowns } = frameInstance(frame, literal(below));
  const says = (claims: readonly string[]): string =>
    `~ (forall (V : space) (${names.join(' ')} : vector V) (beta : R),\n  frame beta [${names.join('; ')}] -> 0 < beta ->\n  ${conjunction(claims)})`;
  const pattern = `${'[_ '.repeat(2 * k)}[G _]${']'.repeat(2 * k)}`;
  return {
    says: `It does not hold at every beta: for eps = ${statement.eps[k]!} it fails at the double below the first threshold.`,
    name: 'fails',
    definitions: [],
    statement: says(bounded.map(({ term }) => `${term.text} <= ${literal(eps)}`)),
    // The quantity at the axes becomes a number q: of it as a term, Coq takes seconds to take the conjunction apart.
    proof:
      `assert (P : 0 < ${literal(below)}) by lra; intros H; ${facts};\n` +
      `specialize (H ${unknowns} F P); ${picking(0, bounded.length)}pose proof (threshold_1 ${unknowns} F P) as G;\n` +
      'match type of H with ?q <= _ => specialize (G q eq_refl); revert H G; generalize q end;\n' +
      `intros q H G; destruct G as ${pattern}; exact (Rlt_not_le _ _ (G (Rle_refl _)) H)`,
    altered: says(bounded.map(({ term }) => `${term.text} <= ${term.text}`)),
  };
}

function literal({ num, den }: Rational): string {
  return `(${num} / ${den})`;
}
