import { dyadic } from '#arithmetic/dyadic.ts';
import { type FloatFormat, floatFormats } from '#arithmetic/float-format.ts';
import type { Analytic } from '#arithmetic/ring.ts';
import type { InFloats } from '#claim/statement.ts';
import { type Case, lift } from '#domain/case.ts';
import type { Verdict, Witness } from '#judge/verdict.ts';
import { caseOf } from './case-of.ts';
import { applied, type CoqTerm } from './term.ts';
import type { Certified, Theorem } from './theorem.ts';

/** The arithmetic of terms of Coq in which every operation is rounded to nearest, ties to even, as Flocq defines it. */
const rounded: Analytic<CoqTerm> = {
  of: near,
  add: (a, b) => applied('add', a, b),
  sub: (a, b) => applied('sub', a, b),
  mul: (a, b) => applied('mul', a, b),
  div: (a, b) => applied('div', a, b),
  neg: (a) => applied('Bopp', a),
  exp: () => {
    throw new RangeError('floats: no format defines the exponential, got exp');
  },
  sqrt: (a) => applied('root', a),
};

/** What is refuted in number formats: in each of them two finite results differ at the witness. */
export function certifyFloats(statement: InFloats, verdict: Verdict): Certified {
  if (verdict.verdict !== 'refuted' || verdict.witness === undefined) {
    return { inexpressible: `a statement about number formats that is ${verdict.verdict}` };
  }
  const witnesses = [verdict.witness, ...(verdict.otherFormats ?? [])];
  return { theorems: witnesses.map((witness) => differs(statement, witness)) };
}

function differs(statement: InFloats, witness: Witness): Theorem {
  const format = floatFormats.find(({ name }) => name === witness.format)!;
  const found = caseOf(statement.domain.layout!, witness)!;
  const variables: string[] = [];
  const named = lift(found, (_value, name): CoqTerm => {
    variables.push(name);
    return { text: name, outermost: 'atom' };
  });
  const entry = witness.entry - 1;
  const left = statement.left(rounded, named)[entry]!.text;
  const right = statement.right(rounded, named)[entry]!.text;
  const agree = (other: string): string =>
    `~ (forall ${variables.join(' ')} : number,\n  let left := ${left} in\n  let right := ${other} in\n` +
    '  is_finite left = true -> is_finite right = true -> Beqb left right = true)';
  const computed = 'ltac:(vm_compute; reflexivity)';
  return {
    says: `In ${format.name}: not for all numbers of the format, where both results are finite.`,
    name: 'fails',
    part: format.name[0]!.toUpperCase() + format.name.slice(1),
    definitions: definitionsOf(format),
    statement: agree(right),
    proof: `intros H;\nspecialize (H ${valuesOf(found).join(' ')} ${computed} ${computed});\nvm_compute in H; discriminate`,
    altered: agree(left),
  };
}

function valuesOf(found: Case): readonly string[] {
  const values: string[] = [];
  lift(found, (value) => values.push(`(${near(value).text})`));
  return values;
}

/** `near m e` is the number of the format nearest to m 2^e; that of a witness is m 2^e itself. */
function near(value: number): CoqTerm {
  const { mantissa, exponent } = dyadic(value);
  const integer = (n: bigint | number): string => (n < 0 ? `(${n})` : `${n}`);
  return { text: `near ${integer(mantissa)} ${integer(exponent)}`, outermost: 'atom' };
}

/** The numbers of a format and its operations, by integers alone. */
function definitionsOf({ precision, maxExponent }: FloatFormat): readonly string[] {
  const [p, e] = [precision, maxExponent + 1];
  const operations = [
    ['add', 'Bplus'],
    ['sub', 'Bminus'],
    ['mul', 'Bmult'],
    ['div', 'Bdiv'],
  ] as const;
  return [
    `Definition number := binary_float ${p} ${e}.`,
    `#[local] Instance precision : FLX.Prec_gt_0 ${p} := eq_refl.`,
    `#[local] Instance exponents : Prec_lt_emax ${p} ${e} := eq_refl.`,
    `Definition near (m e : Z) : number := binary_normalize ${p} ${e} precision exponents mode_NE m e false.`,
    ...operations.map(([name, of]) => `Definition ${name} : number -> number -> number := ${of} mode_NE.`),
    'Definition root : number -> number := Bsqrt mode_NE.',
  ];
}
