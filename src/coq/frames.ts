import type { FrameSide } from '#claim/statement.ts';
import type { Frame } from '#domain/orthogonal.ts';
import { applied, type CoqTerm, coqSpace } from './term.ts';

/** The vectors of a frame as a statement of Coq names them. */
export interface CoqFrame {
  /** The vectors' names: a, b, c, d as in the write-up, else e1, e2, ... */
  readonly names: readonly string[];
  /** The vectors as terms: their names, each applied to beta where they vary with it. */
  readonly vectors: readonly CoqTerm[];
}

/** The frame of a statement about one beta. */
export function fixedFrame(count: number): CoqFrame {
  const names = namesOf(count);
  return { names, vectors: names.map(atom) };
}

/** The frame of a statement in which beta varies, and the vectors with it. */
export function varyingFrame(count: number): CoqFrame {
  const names = namesOf(count);
  return { names, vectors: names.map((name) => applied(name, atom('beta'))) };
}

/** The entries of a side over a frame as terms of Coq, in vectors of any inner product space. */
export function sideOf(side: FrameSide, { vectors }: CoqFrame): readonly CoqTerm[] {
  const space = coqSpace();
  const { scalars } = space;
  const frame: Frame<CoqTerm, CoqTerm> = {
    beta: atom('beta'),
    vectors,
    entries: (v) => vectors.map((e) => scalars.div(space.dot(v, e), atom('beta'))),
  };
  return side(space, frame);
}

/** An atom: a name. */
export function atom(text: string): CoqTerm {
  return { text, outermost: 'atom' };
}

/** A relation of two terms. */
export function related(left: CoqTerm, relation: string, right: CoqTerm): string {
  return `${left.text} ${relation === '!=' ? '<>' : relation} ${right.text}`;
}

/** Everything that is joined, or True. */
export function conjunction(statements: readonly string[]): string {
  return statements.length === 0 ? 'True' : statements.join(' /\\\n  ');
}

function namesOf(count: number): string[] {
  const letters = ['a', 'b', 'c', 'd'];
  return count <= letters.length
    ? letters.slice(0, count)
    : Array.from({ length: count }, (_, i) => `e${i + 1}`);
}

/**
 * The axes of R^n as a frame at one beta: the tactic that shows F, and what F leaves to be inferred.
 *
 * It is shown for every beta: a literal of many digits would be unfolded.
 */
export function frameInstance(
  { names }: CoqFrame,
  beta = '1',
): { readonly facts: string; readonly unknowns: string } {
  const n = names.length;
  const axes = names.map((_, i) => `axis ${n} beta ${i}`).join('; ');
  return {
    facts:
      `assert (frames : forall beta, frame beta [${axes}]) by (intros; cbn; repeat constructor; cbn; ring);\n` +
      `pose proof (frames ${beta}) as F`,
    unknowns: Array.from({ length: n + 2 }, () => '_').join(' '),
  };
}

/** As `frameInstance`, at every beta at once. */
export function varyingInstance({ names }: CoqFrame): { readonly facts: string; readonly instances: string } {
  const n = names.length;
  const axes = names.map((_, i) => `axis ${n} beta ${i}`);
  return {
    facts: `assert (F : forall beta, 0 < beta -> frame beta [${axes.join('; ')}])\n  by (intros; cbn; repeat constructor; cbn; ring)`,
    instances: [`(coordinates ${n})`, ...axes.map((axis) => `(fun beta => ${axis})`)].join(' '),
  };
}
