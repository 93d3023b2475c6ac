import { defaultLimits } from './limits.ts';
import { beginModule } from './module-host.ts';
import { readSubjectSpec } from './subject-spec.ts';

/** Begins to load the one module that is named, with the limits that it has unless others are asked for. */
export function beginSubject(operands: readonly string[]): void {
  const [operand = ''] = operands;
  const spec = readSubjectSpec(operand);
  if (operands.length === 1 && 'kind' in spec && spec.kind === 'module')
    beginModule(spec.file, defaultLimits);
}
