import type { Analytic } from '#arithmetic/ring.ts';
import { counting } from '#arithmetic/tally.ts';
import type { Law, System, SystemOver } from '#law/law.ts';
import { referenceSystem } from '#law/reference-system.ts';

/** A deliberately wrong subject: the references with one thing changed. */
export interface Specimen {
  readonly name: string;
  readonly system: Law['system'];
  /** One law that rejects it; most are rejected by several. */
  readonly caughtBy: string;
  /** The functions that are not those of the references. */
  readonly changes: readonly string[];
  readonly over: SystemOver;
}

/** The references with some functions replaced. */
export function specimen(
  system: Specimen['system'],
  name: string,
  caughtBy: string,
  changed: <N>(a: Analytic<N>, right: System<N>) => Partial<System<N>>,
): Specimen {
  const { arithmetic } = counting();
  return {
    name,
    system,
    caughtBy,
    changes: Object.keys(changed(arithmetic, referenceSystem(arithmetic))),
    over: (a) => {
      const right = referenceSystem(a);
      return { ...right, ...changed(a, right) };
    },
  };
}
