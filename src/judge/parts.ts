import type { AllOf, Not, Statement } from '#claim/statement.ts';
import type { Budget, Proof, Verdict } from './verdict.ts';

/** How a part is decided: handed down, because parts may be statements of any kind. */
type Decide = (statement: Statement, budget: Budget) => Verdict;

/** Every part must hold: a refuted part refutes the whole, else the first that is not proved gives the verdict. */
export function decideAllOf({ parts }: AllOf, decide: Decide, budget: Budget): Verdict {
  const verdicts = parts.map(({ statement }) => decide(statement, budget));
  const refuted = verdicts.find(({ verdict }) => verdict === 'refuted');
  if (refuted !== undefined) return refuted;
  const proofs: Proof[] = [];
  for (const verdict of verdicts) {
    if (verdict.verdict !== 'proved') return verdict;
    proofs.push(verdict.proof);
  }
  return { verdict: 'proved', proof: joined(parts, proofs) };
}

function joined(parts: AllOf['parts'], proofs: readonly Proof[]): Proof {
  const [method, ...others] = new Set(proofs.map((proof) => proof.method));
  return {
    method: others.length === 0 ? method! : 'several methods',
    argument: parts.map(({ says }, i) => `(${i + 1}) ${says}: ${proofs[i]!.argument}`).join(' '),
    obligations: proofs.flatMap((proof, i) =>
      proof.obligations.map((obligation) => ({ ...obligation, says: `(${i + 1}) ${obligation.says}` })),
    ),
  };
}

/** True when the statement has a counterexample, false when it is proved. */
export function decideNot({ statement }: Not, decide: Decide, budget: Budget): Verdict {
  const inner = decide(statement, budget);
  if (inner.verdict === 'proved') return { verdict: 'refuted', contrary: inner.proof };
  if (inner.verdict === 'refuted' && inner.witness !== undefined) {
    const { witness } = inner;
    const inputs = witness.inputs.map(({ name, decimal }) => `${name} = ${decimal}`).join(', ');
    const argument =
      `One counterexample to the contrary is enough: at ${inputs} the sides, ${witness.left.term} and ` +
      `${witness.right.term}, lie in [${witness.left.lo}, ${witness.left.hi}] and ` +
      `[${witness.right.lo}, ${witness.right.hi}].`;
    return { verdict: 'proved', proof: { method: 'counterexample', argument, obligations: [], witness } };
  }
  return { verdict: 'undecided', tried: ['the contrary was neither proved nor refuted by a witness'] };
}
