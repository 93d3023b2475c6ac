/** Tactics one after another, each on every goal that the one before leaves. */
export function inTurn(...tactics: readonly string[]): string {
  return tactics.filter((tactic) => tactic !== '').join(';\n');
}

/** One tactic for each goal, in order; nothing when there is no goal. */
export function onEach(...tactics: readonly string[]): string {
  if (tactics.length === 0) return '';
  return `[ ${tactics.map((tactic) => tactic.replaceAll('\n', '\n  ')).join('\n| ')} ]`;
}

/** `intros a b`. */
export function intros(names: readonly string[]): string {
  return `intros ${names.join(' ')}`;
}

/** A tactic of its own that unfolds the definitions by their names. */
export function unfolding(name: string, definitions: readonly string[]): string {
  return `Ltac ${name} := cbv beta iota delta [${definitions.join(' ')}].`;
}
