import { invariantsOf } from '#judge/invariants.ts';
import { constantValue } from '#judge/lengths.ts';
import { applied, binders, type CoqFold, inBrackets, names, tuple } from './fold.ts';
import { finishing, hypotheses, stepped, vanishing } from './induction.ts';
import { equation, type Opened } from './opened.ts';
import { inTurn, intros, onEach } from './tactic.ts';
import type { Theorem } from './theorem.ts';

/**
 * For every number of blocks there is a sequence at which the sides differ: all items 0 and all parameters 1, where each
 * side is the same number at every length.
 *
 * @returns nothing when the judge did not prove it
 */
export function everyLengthFails(
  opened: Opened,
  name: string,
  definitions: readonly string[],
): readonly Theorem[] {
  const { inputs, blocks, statement } = opened;
  const left = constantSide(opened, 'left');
  const right = constantSide(opened, 'right');
  if (left === undefined || right === undefined || left.value === right.value) return [];
  const variables = [...inputs.shared, ...inputs.first];
  const exists = variables.map(({ name: variable, type }) => `exists ${variable} : ${type}, `).join('');
  const claim = (sides: readonly [string, string]): string =>
    `forall n : nat, ${exists}exists blocks : ${blocks},\n` +
    `  length blocks = n /\\ ${equation(opened, sides, '<>')}`;
  const values = [...inputs.shared.map(() => '1'), ...inputs.first.map(() => '0'), zeros(opened)];
  return [
    {
      says: 'Whatever the number of blocks, the sides differ for some input.',
      name,
      definitions,
      statement: claim(opened.sides),
      proof: inTurn(
        `intros n; ${values.map((value) => `exists ${value}`).join('; ')}`,
        'split; [ apply repeat_length | ]',
        left.tactic,
        right.tactic,
        (statement.readout === 'logistic' ? 'intros H; apply logistic_injective in H; revert H; ' : '') +
          'rewrite left_value, right_value; lra',
      ),
      altered: claim([opened.sides[0], opened.sides[0]]),
    },
  ];
}

function zeros({ inputs }: Opened): string {
  return `(repeat ${tuple(inputs.step.map(() => '0'))} n)`;
}

/** A side that is one number at every length, and the tactic that adds this as a hypothesis, by induction. */
function constantSide(
  opened: Opened,
  side: 'left' | 'right',
): { readonly value: string; readonly tactic: string } | undefined {
  const { inputs, statement } = opened;
  const found = constantValue(statement, statement[side]);
  if (found === undefined) return undefined;
  const invariants = invariantsOf(found.statement)!;
  const { name, state }: CoqFold = opened[side];
  const ones = inputs.shared.map(() => '1');
  const value = inBrackets(found.value);
  // The judge calls the state of the only side it looks at the left one.
  const named = state.map((variable) => ({ ...variable, name: variable.name.replace(/^r_/, 'l_') }));
  const run = `fold_left ${inBrackets(applied(`${name}_step`, ones))} ${zeros(opened)} ${tuple(names(named))}`;
  const main = [
    `assert (main : forall (n : nat)${binders(named)},`,
    ...vanishing(invariants).map((p) => `    ${p} ->`),
    `    ${applied(`${name}_finish`, ones)} (${run}) = ${value})`,
  ].join('\n');
  const start = [...ones, ...inputs.first.map(() => '0')];
  const tactic = inTurn(
    `assert (${side}_value : ${applied(`${name}_side`, start)} ${zeros(opened)} = ${value})`,
    onEach(
      inTurn(
        main,
        onEach(
          inTurn(
            'clear; induction n as [|n IH]',
            intros([...names(named), ...hypotheses(invariants)]),
            'cbn [repeat fold_left] in *',
            onEach(
              finishing(invariants, 'ring', { opened: opened.unfold }),
              inTurn('apply IH', onEach(...stepped(invariants, 'ring', opened.unfold))),
            ),
          ),
          inTurn(
            `unfold ${name}_side; apply main`,
            onEach(...invariants.members.map(() => `${opened.unfold}; ring`)),
          ),
        ),
      ),
      '',
    ),
  );
  return { value, tactic };
}
