// Applies each fault of faults.mjs to a copy of the project and runs the gate on it: every one must turn it red.
// Usage: node properties/breakages/run.mjs [part of a fault's name or file ...]
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { faults } from './faults.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const left = ['node_modules', 'dist', 'coverage', '.git'];

const wanted = process.argv.slice(2);
const selected = faults.filter(
  ({ name, file }) =>
    wanted.length === 0 || wanted.some((part) => name.includes(part) || file.includes(part)),
);
if (selected.length === 0) {
  console.error(`breakages: a fault must match, got ${wanted.join(' ')}`);
  process.exit(2);
}

const copy = mkdtempSync(join(tmpdir(), 'counterclaim-breakages-'));
process.on('exit', () => rmSync(copy, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));
for (const entry of readdirSync(root)) {
  if (left.includes(entry)) continue;
  const filter = (path) => !path.includes(join('reports', 'coverage'));
  cpSync(join(root, entry), join(copy, entry), { recursive: true, filter });
}
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));

/** Exit code of a run that saw only part of the claims: neither red nor complete. */
const partial = 3;

/** Whether the gate is red on the copy as it stands; without files, the whole of it runs. */
function isRed(files) {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const words = ['run', '--bail=1', '--coverage.enabled=false', '--reporter=dot', ...files];
  // A fault may loop for ever; a gate that does not end is red.
  const { status } = spawnSync(process.execPath, [vitest, ...words], {
    cwd: copy,
    stdio: 'ignore',
    timeout: 300_000,
  });
  return status !== 0 && (files.length === 0 || status !== partial);
}

const watching = [...new Set(selected.flatMap(({ seenBy }) => seenBy))];
if (isRed(watching)) {
  console.error(`breakages: the gate must be green without a fault, got red among ${watching.join(' ')}`);
  process.exit(4);
}

let green = 0;
for (const { name, file, from, to, seenBy } of selected) {
  const path = join(copy, file);
  const text = readFileSync(path, 'utf8');
  const found = text.split(from).length - 1;
  if (found !== 1) {
    console.error(`breakages: ${file} must contain the text of "${name}" exactly once, got ${found}`);
    process.exit(4);
  }
  const start = performance.now();
  const broken = text.replace(from, () => to);
  writeFileSync(path, broken);
  const seen = isRed(seenBy);
  const red = seen || isRed([]);
  writeFileSync(path, text);
  if (!red) green++;
  const seconds = ((performance.now() - start) / 1000).toFixed(1).padStart(5);
  console.log(
    `${red ? 'red  ' : 'GREEN'} ${seconds} s  ${name}  (${file}${red && !seen ? ', seen elsewhere only' : ''})`,
  );
}
console.log(`${selected.length - green} passed, ${green} failed`);
process.exit(green === 0 ? 0 : 1);
