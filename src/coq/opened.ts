import type { ForAllLengths } from '#claim/statement.ts';
import {
  applied,
  binders,
  type CoqFold,
  coqFold,
  type Inputs,
  inBrackets,
  inputsOf,
  names,
  product,
  stateAfter,
} from './fold.ts';
import { unfolding } from './tactic.ts';

/** A statement about lengths opened for Coq: its sides as definitions, and the pieces of its theorems. */
export interface Opened {
  readonly statement: ForAllLengths;
  readonly inputs: Inputs;
  readonly left: CoqFold;
  readonly right: CoqFold;
  /** `list (R * R)`. */
  readonly blocks: string;
  /** `left_side h0 x_1 blocks`, and the right one. */
  readonly sides: readonly [string, string];
  /** Why the sides are defined: `right_defined (fold_left ...)`, none when nothing divides. */
  readonly premises: readonly string[];
  /** The name of the tactic that unfolds both sides. */
  readonly unfold: string;
  /** The tactic that closes an identity of polynomials. */
  readonly normal: 'ring' | 'products; ring';
}

/**
 * Opens a statement.
 *
 * @param prefix what the names of the definitions begin with
 */
export function open(statement: ForAllLengths, prefix = ''): Opened {
  const inputs = inputsOf(statement);
  const left = coqFold('left', statement, prefix);
  const right = coqFold('right', statement, prefix);
  const args = [...names(inputs.shared), ...names(inputs.first), 'blocks'];
  return {
    statement,
    inputs,
    left,
    right,
    unfold: `${prefix}opened`,
    normal: inputs.shared.some(({ name }) => name === 'V') ? 'products; ring' : 'ring',
    blocks: `list ${inBrackets(product(inputs.step))}`,
    sides: [applied(`${left.name}_side`, args), applied(`${right.name}_side`, args)],
    premises: [left, right]
      .filter(({ divides }) => divides)
      .map(
        ({ name }) =>
          `${applied(`${name}_defined`, names(inputs.shared))} (${stateAfter(name, inputs, 'blocks')})`,
      ),
  };
}

/** The definitions of both sides, and the tactic that unfolds them. */
export function definitionsOf({ left, right, unfold }: Opened): readonly string[] {
  return [
    ...left.definitions,
    ...right.definitions,
    unfolding(unfold, [...partsOf(left, startToFinish), ...partsOf(right, startToFinish)]),
  ];
}

const startToFinish = ['start', 'step', 'finish'];

function partsOf({ name }: CoqFold, parts: readonly string[]): readonly string[] {
  return parts.map((part) => `${name}_${part}`);
}

/** `forall (h0 : R) (blocks : list R), right_defined h0 blocks -> left_side h0 blocks = right_side h0 blocks`. */
export function forAll(opened: Opened, [left, right]: readonly [string, string] = opened.sides): string {
  const { inputs, blocks, premises } = opened;
  const quantifiers = `forall${binders(inputs.shared)}${binders(inputs.first)} (blocks : ${blocks}),`;
  return [quantifiers, ...premises.map((p) => `  ${p} ->`), `  ${equation(opened, [left, right])}`].join(
    '\n',
  );
}

/** Both sides as the reader sees them, equal or in another relation. */
export function equation(
  { statement }: Opened,
  [left, right]: readonly [string, string],
  relation = '=',
): string {
  const shown = (side: string): string =>
    statement.readout === 'logistic' ? `logistic ${inBrackets(side)}` : side;
  return `${shown(left)} ${relation} ${shown(right)}`;
}

/** Unfolds both sides, whose items are numbers, to terms of the reals. */
export function evaluation({ left, right }: Opened, where = ''): string {
  const all = [left, right].flatMap((fold) =>
    partsOf(fold, ['side', ...startToFinish, ...(fold.divides ? ['defined'] : [])]),
  );
  return `cbv beta iota delta [${[...all, 'fold_left'].join(' ')}]${where}; numbers${where}`;
}
