import { counted } from '#report/ledger.ts';
import { dataTable } from './chart.ts';
import { type Html, html } from './html.ts';
import { lawMatrix } from './law-matrix.ts';
import { shortNumber } from './scale.ts';
import { type ShareRow, shapes, shareStrip } from './share-strip.ts';
import type { KernelShare, Specimens } from './specimens.ts';
import { type System, systemName } from './system-names.ts';

const systems: readonly System[] = ['rnn', 'softmax-attention', 'linear-attention'];
const tiers = ['plain', 'simd', 'relaxed'];
const formats = ['binary64', 'binary32'];

/** Kernels beside their bounds, and laws against specimens; how that is made, where it was not. */
export function subjectsSection(found: Specimens | undefined): Html {
  return html`<section id="subjects" class="play"><h2>Kernels and subjects</h2>${found === undefined ? absent() : present(found)}</section>`;
}

function absent(): Html {
  return html`<p class="note">What laws find in specimens was not there when this page was built: <code>npm run matrix</code> writes it to <code>reports/specimens.json</code>, and <code>npm run build</code> takes it in.</p>`;
}

function present(found: Specimens): Html {
  const { specimens, hostile, correct } = found;
  return html`<p>A kernel computes; its bound says how far off it may be, and is derived, not measured. Each dot is the sharpest case that a hunt ever found, as a share of the bound there: the nearer to the bound, the less it gives away.</p>${kernelStrip(found.kernels)}<h3>Others that are right</h3><p>${counted(correct.length, 'implementation')} by other algorithms. None may be failed, and none is.</p>${correctStrip(correct)}<h3>Laws against specimens</h3><p>${counted(specimens.length, 'implementation')}, each wrong in one way, and every law of a grade asked of each.</p><p class="note"><span class="key square-key"></span>the law that must catch it <span class="key bar-key"></span>others that do</p>${systems.map((system) => lawMatrix(system, found))}${dataTable(
    `${counted(hostile.length, 'subject')} that break off, and how that is told`,
    ['told as', 'modules', 'processes'],
    [...new Set(hostile.map(({ named }) => named))].map((named) => [
      named,
      ...['module', 'process'].map((kind) =>
        hostile.flatMap((one) => (one.named === named && one.kind === kind ? one.file : [])).join(', '),
      ),
    ]),
  )}`;
}

/** A row for each form of a kernel; tiers by shape, formats filled and hollow. */
function kernelStrip(kernels: readonly KernelShare[]): Html {
  const labelOf = ({ system, kernel }: KernelShare): string => `${systemName(system)}: ${kernel}`;
  const ordered = systems.flatMap((system) => kernels.filter((one) => one.system === system));
  const rows = rowsOf(
    ordered,
    labelOf,
    ({ tier, format }) => Math.max(0, tiers.indexOf(tier)) + (format === 'binary32' ? shapes.length : 0),
  );
  const shareOf = (label: string, tier: string, format: string): string => {
    const found = ordered.find((one) => labelOf(one) === label && one.tier === tier && one.format === format);
    return found === undefined ? '' : shortNumber(found.share, 6);
  };
  const shares = kernels.map(({ share }) => share);
  return html`<figure>${shareStrip(
    'Largest error of each kernel over its derived bound, by logarithm',
    `${counted(kernels.length, 'kernel')}, from ${shortNumber(Math.min(...shares), 3)} to ${shortNumber(Math.max(...shares), 6)} of the bound.`,
    rows,
  )}<figcaption>${tiers.map((tier, i) => html`<span class="key ${shapes[i]}-key"></span>${tier}`)}; filled in binary64, hollow in binary32</figcaption>${dataTable(
    'Kernels',
    ['kernel', ...formats.flatMap((format) => tiers.map((tier) => `${tier}, ${format}`))],
    [...new Set(ordered.map(labelOf))].map((label) => [
      label,
      ...formats.flatMap((format) => tiers.map((tier) => shareOf(label, tier, format))),
    ]),
  )}</figure>`;
}

function correctStrip(correct: Specimens['correct']): Html {
  const rows = rowsOf(
    correct,
    ({ system, format }) => `${systemName(system)}, ${format}`,
    ({ format }) => (format === 'binary32' ? shapes.length : 0),
  );
  return html`<figure>${shareStrip(
    'Largest error of each correct implementation over its bound, by logarithm',
    `${counted(correct.length, 'implementation')} of ${counted(systems.length, 'system')}, each within its bound.`,
    rows,
  )}${dataTable(
    'Correct implementations',
    ['system', 'algorithm', 'largest error over its bound'],
    correct.map(({ system, name, share }) => [systemName(system), name, share]),
  )}</figure>`;
}

function rowsOf<T extends { readonly share: number }>(
  all: readonly T[],
  labelOf: (one: T) => string,
  seriesOf: (one: T) => number,
): readonly ShareRow[] {
  const labels = [...new Set(all.map(labelOf))];
  return labels.map((label) => ({
    label,
    dots: all
      .filter((one) => labelOf(one) === label)
      .map((one) => ({ share: one.share, series: seriesOf(one) })),
  }));
}
