import type { Matrix } from './matrix.ts';
import { seenByNone } from './seen-by-none.ts';

/** The matrix as it is kept: one line an entry. */
export function matrixJson(matrix: Matrix): string {
  const parts = Object.entries(matrix).map(([name, entries]) => {
    const lines = (entries as readonly unknown[]).map((entry) => JSON.stringify(entry));
    return `${JSON.stringify(name)}: [\n${lines.join(',\n')}\n]`;
  });
  return `{\n${parts.join(',\n')}\n}\n`;
}

const systems: Readonly<Record<string, string>> = {
  rnn: 'The recurrence',
  'softmax-attention': 'Softmax attention',
  'linear-attention': 'Linear attention',
  between: 'Between systems',
};

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]): string =>
    `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |\n`;
  return line(head) + line(head.map(() => '---')) + rows.map(line).join('');
}

/** The matrix for a reader. */
export function matrixText(matrix: Matrix): string {
  const { specimens, hostile, correct } = matrix;
  return `# Laws against specimens

${specimens.length} implementations that are wrong in one way each, ${correct.length} that are right by different algorithms, and ${hostile.length} that break off: every
law of a grade is asked of each. Written by \`npm run matrix\`; what a grade finds with other seeds differs in the laws
beside the named one.

## How many specimens each law catches

${lawTable(matrix)}
## What catches each specimen

${Object.keys(systems)
  .filter((system) => specimens.some((one) => one.system === system))
  .map((system) => specimenTable(matrix, system))
  .join('\n')}
## Correct implementations: largest error as a share of the bound

The bound is that of the contract, which must admit every way in which a result may rightly be computed: most ways stay
far below it. None may exceed 1.

${shareTable(matrix)}
${correctTable(matrix)}
## Kernels of this package: largest error ever found as a share of the bound that each declares

${kernelTable(matrix)}
## Those that break off

${table(
  ['subject', 'is reported as'],
  hostile.map(({ kind, file, named }) => [`${kind} ${file}`, named]),
)}`;
}

function lawTable({ laws, specimens }: Matrix): string {
  const rows = laws.map(({ id, system }) => {
    const all = specimens.filter(({ caughtBy }) => caughtBy.includes(id));
    const named = specimens.filter((one) => one.named === id);
    return [systems[system]!, id, all.length, named.length, seenByNone[id] ?? ''];
  });
  return table(['system', 'law', 'catches', 'is named by', 'why none'], rows);
}

function specimenTable({ specimens }: Matrix, system: string): string {
  const rows = specimens
    .filter((one) => one.system === system)
    .map(({ wrong, named, caughtBy }) => [wrong, named, caughtBy.filter((id) => id !== named).join(', ')]);
  return `### ${systems[system]!}\n\n${table(['an implementation that', 'is caught by its law', 'and by'], rows)}`;
}

function shareTable({ correct }: Matrix): string {
  const rows = Object.keys(systems).flatMap((system) => {
    const shares = correct.filter((one) => one.system === system).map(({ share }) => share);
    return shares.length === 0 ? [] : [[systems[system]!, shares.length, Math.max(...shares)]];
  });
  return table(['system', 'implementations', 'largest share'], rows);
}

function correctTable({ correct }: Matrix): string {
  return table(
    ['system', 'implementation', 'format', 'share'],
    correct.map(({ name, system, format, share }) => [systems[system]!, name, format, share]),
  );
}

function kernelTable({ kernels }: Matrix): string {
  return table(
    ['system', 'kernel', 'tier', 'format', 'share'],
    kernels.map(({ kernel, system, tier, format, share }) => [systems[system]!, kernel, tier, format, share]),
  );
}
