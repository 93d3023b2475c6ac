// Grades every specimen by every law, and writes reports/specimens.json and specimens.md.
// Usage: node properties/specimen/matrix.mjs
//        node properties/specimen/matrix.mjs --seeds N [--from S] [--of wrong|correct] [--only PATTERN] [--laws LAW,LAW]
//        writes nothing, tells what is missed
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { recorded } from '../hunt/recorded.mjs';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string' },
    from: { type: 'string', default: '1' },
    of: { type: 'string' },
    only: { type: 'string' },
    laws: { type: 'string' },
  },
});
const seeds = Number(values.seeds ?? 0);
const from = Number(values.from);
if (!Number.isInteger(seeds) || seeds < 0) usage('seeds', 'a whole number', values.seeds);
if (!Number.isInteger(from)) usage('from', 'a whole number', values.from);
if (![undefined, 'wrong', 'correct'].includes(values.of)) usage('of', 'wrong or correct', values.of);

function usage(name, must, got) {
  console.error(`matrix: --${name} must be ${must}, got '${got}'`);
  process.exit(2);
}

/** Specimens are TypeScript, which this Node need not read: they are put into one module first. */
async function loaded(file) {
  const { output } = await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: fileURLToPath(new URL(file, import.meta.url)), write: false, minify: false },
    ssr: { noExternal: true, resolve: { conditions: ['source'], externalConditions: ['source'] } },
  });
  const [{ code }] = output;
  return import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
}

const { matrixOf, matrixJson, matrixText, missed } = await loaded('matrix-run.ts');
if (seeds === 0) {
  const matrix = matrixOf(recorded());
  const reports = new URL('../../reports/', import.meta.url);
  writeFileSync(new URL('specimens.json', reports), matrixJson(matrix));
  writeFileSync(new URL('specimens.md', reports), matrixText(matrix));
  console.log(
    `${matrix.specimens.length} wrong, ${matrix.correct.length} correct: reports/specimens.json, specimens.md`,
  );
} else {
  let faults = 0;
  for (let seed = from; seed < from + seeds; seed++) {
    const start = performance.now();
    for (const fault of missed(seed, values)) {
      faults++;
      console.log(`FAULT seed ${seed}: ${fault}`);
    }
    console.log(
      `seed ${seed}: ${((performance.now() - start) / 1000).toFixed(1)} s, ${faults} faults so far`,
    );
  }
  console.log(`${seeds} seeds from ${from}, ${values.of ?? 'wrong and correct'}: ${faults} faults`);
  process.exitCode = faults === 0 ? 0 : 1;
}
