const ratio = (value) => `${value.toPrecision(3)}x`;
const percent = (value) => `${(100 * value).toFixed(0)} %`;
const table = (head, rows) => [
  `| ${head.join(' | ')} |`,
  `|${head.map(() => '---').join('|')}|`,
  ...rows.map((row) => `| ${row.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`),
  '',
];

/** The run as a page: figures first, then every time. */
export function markdown({ node, processor, works, shares, twoCores, growth, throughput, absent }) {
  const versions = new Map(
    works.flatMap(({ timed }) => Object.entries(timed).map(([name, { version }]) => [name, version])),
  );
  return [
    '# Kernels, side by side',
    '',
    `${processor}, Node ${node}; one thread a contestant unless said. Ratios are medians over rounds of one interleaved run: how many times longer the peer takes.`,
    `Versions: ${[...versions].map(([name, version]) => `${name} ${version}`).join(', ')}.`,
    '',
    '## Ratios',
    '',
    ...table(
      ['work', 'ours', 'peer', 'ratio', 'at least', 'aim'],
      works.flatMap(({ name, figures }) =>
        figures.map((f) => [name, f.ours, f.peer, `**${ratio(f.ratio)}**`, ratio(f.atLeast), ratio(f.aim)]),
      ),
    ),
    '## Share of the peak of 128-bit vectors',
    '',
    ...table(
      ['work', 'deterministic', 'relaxed', 'at least', 'aim'],
      shares.map(({ name, reached, atLeast, aim }) => [
        name,
        reached.simd === undefined ? '-' : percent(reached.simd),
        reached.relaxed === undefined ? '-' : percent(reached.relaxed),
        atLeast === undefined ? '-' : percent(atLeast),
        aim === undefined ? '-' : percent(aim),
      ]),
    ),
    ...(twoCores === undefined
      ? []
      : [
          '## Two cores',
          '',
          `Attention at T 4096 on two cores: **${twoCores.ratio.toFixed(2)}x** one core (at least ${twoCores.atLeast}x, aim ${twoCores.aim}x).`,
          '',
        ]),
    '## Growth: time at 2T over time at T',
    '',
    ...table(
      ['form', 'median', 'each doubling', 'between'],
      growth.map(({ name, factor, factors, from, to }) => [
        name,
        `**${factor.toFixed(2)}**`,
        factors.map((f) => f.toFixed(2)).join(', '),
        `${from} and ${to}`,
      ]),
    ),
    growth.length > 0 ? '![time against T](growth.svg)\n' : '',
    ...(throughput === undefined
      ? []
      : [
          '## Certified cases a second, one core',
          '',
          ...table(
            ['system', 'ours', 'Hypothesis and mpmath', 'ratio', 'at least', 'aim'],
            throughput.map((t) => [
              t.system,
              Math.round(t.ours),
              t.peer === undefined ? 'absent' : Math.round(t.peer),
              t.ratio === undefined ? '-' : `**${ratio(t.ratio)}**`,
              `${t.atLeast} a second, ${t.ratioAtLeast}x`,
              `${t.aim} a second, ${t.ratioAim}x`,
            ]),
          ),
        ]),
    '## All times',
    '',
    'The last column is the largest error among the rows checked, as a share of the bound that every correct implementation keeps.',
    '',
    ...table(
      ['work', 'who', 'milliseconds', 'error / bound', 'bytes beyond input and output'],
      works.flatMap(({ name, timed }) =>
        Object.entries(timed).map(([who, t]) => [
          name,
          who,
          t.milliseconds.toPrecision(4),
          t.shareOfBound === undefined ? '-' : t.shareOfBound.toPrecision(2),
          t.bytesBeyond ?? '-',
        ]),
      ),
    ),
    ...(absent.length === 0
      ? []
      : [
          '## Absent',
          '',
          ...absent.map(({ work, peer, why }) => `- ${work}: ${peer}: ${why.split('\n')[0]}`),
          '',
        ]),
  ].join('\n');
}
