import { counted } from '#report/ledger.ts';
import { dataTable, drawing, rounded } from './chart.ts';
import { type Html, html } from './html.ts';
import type { Specimen, Specimens } from './specimens.ts';
import { type System, systemName } from './system-names.ts';

const [width, left, right] = [680, 286, 676] as const;
const [top, row] = [6, 14] as const;

/** Which laws catch which specimens of one system: laws by rows, specimens by columns, and both in tables behind. */
export function lawMatrix(system: System, { laws, specimens }: Specimens): Html {
  const columns = specimens.filter((specimen) => specimen.system === system);
  const ids = laws
    .filter((law) => law.system === system || law.system === 'between')
    .map(({ id }) => id)
    .filter((id) => !id.startsWith('x-') || columns.some(({ caughtBy }) => caughtBy.includes(id)));
  const name = systemName(system);
  const numbersOf = (names: readonly string[]): readonly number[] =>
    names.map((id) => ids.indexOf(id) + 1).sort((a, b) => a - b);
  return html`<figure><h4>${name}</h4>${picture(name, ids, columns)}${dataTable(
    `${name}: laws by number`,
    ['law', 'name', 'catches', 'must catch'],
    ids.map((id, i) => [
      i + 1,
      id,
      columns.filter(({ caughtBy }) => caughtBy.includes(id)).length,
      columns.filter(({ named }) => named === id).length,
    ]),
  )}${dataTable(
    `${name}: specimens, and the laws that catch them`,
    ['what is wrong', 'must be caught by law', 'and is by'],
    columns.map(({ wrong, named, caughtBy }) => [
      wrong,
      numbersOf([named]).join(),
      numbersOf(caughtBy.filter((id) => id !== named)).join(' '),
    ]),
  )}</figure>`;
}

function picture(name: string, ids: readonly string[], columns: readonly Specimen[]): Html {
  const step = Math.min(16, Math.floor((10 * (right - left)) / Math.max(1, columns.length)) / 10);
  const bottom = top + row * ids.length;
  const end = left + step * columns.length;
  const cells = (isShown: (specimen: Specimen, id: string) => boolean): string =>
    ids
      .map((id, i) =>
        runs(
          columns.map((specimen) => isShown(specimen, id)),
          i,
        ),
      )
      .join('');
  const lines = ids.map((_, i) => `M${left} ${top + row * (i + 0.5)}H${rounded(end)}`).join('');
  const uncaught = columns.filter(({ caughtBy }) => caughtBy.length === 0).length;
  return drawing({
    title: `${name}: ${counted(ids.length, 'law')} against ${counted(columns.length, 'wrong implementation')}`,
    description: `${uncaught === 0 ? 'Every one is caught' : `${uncaught} are not caught`}, by ${rounded(columns.reduce((sum, { caughtBy }) => sum + caughtBy.length, 0) / Math.max(1, columns.length))} laws on average; the tables behind list them.`,
    width,
    height: bottom + 6,
    wide: true,
    body: [
      html`<path class="grid" d="${lines}"/><g class="label" text-anchor="end">${ids.map((id, i) => html`<text x="${left - 10}" y="${top + row * i + 11}">${id} ${i + 1}</text>`)}</g>`,
      // One unit is a cell; between the columns the paper shows.
      html`<g class="cells" transform="translate(${left} ${top + row / 2}) scale(${rounded(step)} ${row})"><path class="others" d="${cells(({ caughtBy, named }, id) => named !== id && caughtBy.includes(id))}"/><path class="must" d="${cells(({ named }, id) => named === id)}"/><path class="between" d="${columns.map((_, j) => `M${j} -1V${ids.length}`).join('')}"/></g>`,
    ],
  });
}

/** The cells of a row that are set, by runs: each a stroke of so many units. */
function runs(set: readonly boolean[], i: number): string {
  let text = '';
  for (let j = 0; j < set.length; j++) {
    const start = j;
    while (set[j] === true) j++;
    if (j > start) text += `M${start} ${i}h${j - start}`;
  }
  return text;
}
