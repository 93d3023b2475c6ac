// Runs every adapter of examples/ whose language is here; those that need a large package are too slow for the gate.
// Usage: npm run build && node properties/specimen/examples.mjs
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { failureWords } from '../../dist/conformance/failure.js';
import { defaultLimits } from '../../dist/conformance/limits.js';
import { openModule } from '../../dist/conformance/module-host.js';
import { openProcess } from '../../dist/conformance/process-host.js';

const here = dirname(fileURLToPath(import.meta.url));
const folder = join(here, '../../examples');
const cases = JSON.parse(readFileSync(join(here, 'example-cases.json'), 'utf8'));
const built = mkdtempSync(join(tmpdir(), 'counterclaim-examples-'));
process.on('exit', () => rmSync(built, { recursive: true, force: true }));

const runs = (command, ...words) => spawnSync(command, words, { stdio: 'ignore' }).status === 0;
const python = (module) =>
  ['python3', '/usr/bin/python3'].find((command) => runs(command, '-c', `import ${module}`));

/** Opens an adapter where what it needs is here. */
const adapters = [
  ['stdlib.py', () => python('json')],
  ['with_numpy.py', () => python('numpy')],
  ['with_torch.py', () => python('torch')],
].map(([file, found]) => {
  const open = () => {
    const command = found();
    return command && openProcess([command, join(folder, file)], { ...defaultLimits, start: 60_000 });
  };
  return [file, open];
});
adapters.push(['node.mjs', () => openModule(join(folder, 'node.mjs'), defaultLimits)]);
adapters.push([
  'sum.c',
  () => {
    const program = join(built, 'sum');
    return runs('cc', '-O2', '-o', program, join(folder, 'sum.c')) && openProcess([program], defaultLimits);
  },
]);

/** What is wrong with an adapter, in words. */
function faultOf(host) {
  if ('kind' in host) return failureWords(host);
  const asked = cases.filter(([{ fn }]) => host.about.implements.includes(fn));
  for (const [call, value] of asked) {
    const reply = host.call(call);
    if (!isDeepStrictEqual(reply.value, value))
      return `${JSON.stringify(call)} gives ${JSON.stringify(reply)}`;
  }
  const end = host.close();
  return end === undefined ? undefined : failureWords(end);
}

let wrong = 0;
for (const [file, open] of adapters) {
  const host = open();
  const fault = host ? faultOf(host) : undefined;
  if (fault !== undefined) wrong++;
  console.log(
    host ? `${file}: ${fault ?? `right (${host.about.name})`}` : `${file}: absent here: what it needs`,
  );
}
process.exitCode = wrong === 0 ? 0 : 1;
