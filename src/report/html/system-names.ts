/** What laws are about: one of the three systems, or what holds between them. */
export type System = 'rnn' | 'softmax-attention' | 'linear-attention' | 'between';

const names: Readonly<Record<System, string>> = {
  rnn: 'The recurrence',
  'softmax-attention': 'Softmax attention',
  'linear-attention': 'Linear attention',
  between: 'Between the systems',
};

/** A system as a reader calls it; one that is not known keeps its own name. */
export function systemName(system: string): string {
  return Object.hasOwn(names, system) ? names[system as System] : system;
}
