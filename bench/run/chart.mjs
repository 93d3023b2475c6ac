// Time against T, both on logarithmic axes, where a power of T is a straight line whose slope is the power.

const WIDTH = 720;
const HEIGHT = 440;
const MARGIN = { left: 70, right: 130, top: 40, bottom: 50 };
/** Okabe and Ito's colours, told apart also with a colour vision deficiency; the marks differ as well. */
const STYLES = [
  { colour: '#0072B2', mark: (x, y) => `<circle cx="${x}" cy="${y}" r="4"/>` },
  { colour: '#009E73', mark: (x, y) => `<rect x="${x - 4}" y="${y - 4}" width="8" height="8"/>` },
  { colour: '#D55E00', mark: (x, y) => `<path d="M${x} ${y - 5}l5 9h-10z"/>` },
];

/** An SVG of one line for each form, with the two slopes drawn for comparison. */
export function chart(growth) {
  const points = growth.flatMap((form) => form.points);
  const [tLow, tHigh] = [Math.min(...points.map(({ T }) => T)), Math.max(...points.map(({ T }) => T))];
  const decade = (round, pick) => round(Math.log10(pick(...points.map(({ seconds }) => seconds))));
  const [sLow, sHigh] = [decade(Math.floor, Math.min), decade(Math.ceil, Math.max)];
  const x = (T) =>
    MARGIN.left + (Math.log2(T / tLow) / Math.log2(tHigh / tLow)) * (WIDTH - MARGIN.left - MARGIN.right);
  const y = (seconds) =>
    HEIGHT -
    MARGIN.bottom -
    ((Math.log10(seconds) - sLow) / (sHigh - sLow)) * (HEIGHT - MARGIN.top - MARGIN.bottom);
  const round = (value) => Math.round(value * 10) / 10;

  const grid = [];
  for (let exponent = sLow; exponent <= sHigh; exponent++) {
    const at = round(y(10 ** exponent));
    grid.push(`<line x1="${MARGIN.left}" x2="${WIDTH - MARGIN.right}" y1="${at}" y2="${at}" stroke="#ddd"/>`);
    grid.push(`<text x="${MARGIN.left - 8}" y="${at + 4}" text-anchor="end">${time(exponent)}</text>`);
  }
  for (let T = tLow; T <= tHigh; T *= 2) {
    grid.push(
      `<text x="${round(x(T))}" y="${HEIGHT - MARGIN.bottom + 18}" text-anchor="middle">2<tspan dy="-5" font-size="9">${Math.log2(T)}</tspan></text>`,
    );
  }
  // The ends of lines that meet would carry their names over one another.
  const taken = [];
  const lines = growth.map(({ name, points: its, factor }, i) => {
    const { colour, mark } = STYLES[i % STYLES.length];
    const places = its.map(({ T, seconds }) => [round(x(T)), round(y(seconds))]);
    const [endX, endY] = places.at(-1);
    let labelY = endY + 4;
    while (taken.some((other) => Math.abs(other - labelY) < 28)) labelY += 14;
    taken.push(labelY);
    return [
      `<g fill="${colour}"><path d="M${places.map((place) => place.join(' ')).join('L')}" fill="none" stroke="${colour}" stroke-width="2"/>`,
      ...places.map(([px, py]) => mark(px, py)),
      `<text x="${endX + 10}" y="${labelY}">${name}</text><text x="${endX + 10}" y="${labelY + 13}" font-size="11">x${factor.toFixed(2)} a doubling</text></g>`,
    ].join('');
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="title about" font-family="sans-serif" font-size="13">`,
    '<title id="title">Time against the number of tokens, for three forms of linear attention</title>',
    `<desc id="about">Logarithmic axes. ${growth.map(({ name, factor }) => `${name}: time grows ${factor.toFixed(2)} times when T doubles`).join('; ')}.</desc>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    `<text x="${MARGIN.left}" y="22" font-size="15">Linear attention: time against T, d = 4, one core</text>`,
    ...grid,
    `<text x="${(MARGIN.left + WIDTH - MARGIN.right) / 2}" y="${HEIGHT - 10}" text-anchor="middle">tokens T</text>`,
    ...lines,
    '</svg>',
    '',
  ].join('\n');
}

function time(exponent) {
  const units = [
    [0, 's'],
    [-3, 'ms'],
    [-6, 'us'],
  ];
  const [base, unit] = units.find(([least]) => exponent >= least) ?? [-9, 'ns'];
  return `${10 ** (exponent - base)} ${unit}`;
}
