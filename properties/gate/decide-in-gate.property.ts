import { spawn } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../command/temporary.ts';

const root = join(import.meta.dirname, '..', '..');

/** The gate on two definitions, one of which we say is refuted. */
const fixture = `
import { writeUp } from '${root}/src/claim/write-up.ts';
import { decideInGate } from '${root}/properties/gate/decide-in-gate.ts';
const readings = { definition: 'definition' };
decideInGate(writeUp.slice(0, 2), {
  'q1-recurrence-definition': { verdict: 'definition', readings },
  'q1-output-definition': { verdict: 'refuted', readings },
});
`;
const config = `
import base from '${root}/vitest.config.ts';
const reporters = ['default', '${root}/properties/gate/reporter.ts'];
export default { ...base, test: { ...base.test, include: ['*.property.ts'], reporters } };
`;

/** Runs all of the fixture, and then the part of a name: the code of the first is said, that of the second is the end. */
const program = `
import { createVitest } from 'vitest/node';
const vitest = await createVitest('test', { watch: false, maxWorkers: 1 });
await vitest.start();
console.log('code', process.exitCode);
process.exitCode = undefined;
vitest.setGlobalTestNamePattern('q1-recurrence');
await vitest.runTestSpecifications(await vitest.globTestSpecifications());
await vitest.close();
`;

interface Ended {
  readonly code: number | null;
  readonly said: string;
}

/** Runs vitest on the fixture, in a folder of its own. */
function runGate(folder: string): Promise<Ended> {
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'vitest.config.ts'), config);
  writeFileSync(join(folder, 'two.property.ts'), fixture);
  writeFileSync(join(folder, 'program.mjs'), program);
  const own = Object.entries(process.env).filter(([name]) => !/^(VITEST|COUNTERCLAIM|GITHUB)/.test(name));
  const env = { ...Object.fromEntries(own), NO_COLOR: '1' };
  const child = spawn(process.execPath, [join(folder, 'program.mjs')], { cwd: folder, env });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text: Buffer) => said.push(String(text)));
  }
  return new Promise((resolve) => {
    child.on('close', (code) => {
      resolve({ code, said: said.join('') });
    });
  });
}

test('a verdict that is not the one we stand behind fails, and part of the claims does not pass', async () => {
  const folder = temporaryFolder();
  const { code, said } = await runGate(folder);
  const [whole, filtered] = said.split('code 1\n') as [string, string];
  expect(whole).toContain('× q1-output-definition is refuted');
  expect(whole).toContain('incomplete: 2 of 66 claims');
  expect(filtered).toContain('incomplete: 1 of 66 claims; reports in reports/partial');
  expect(code).toBe(3);
  expect(existsSync(join(folder, 'reports', 'claims.json'))).toBe(false);
  const { claims } = JSON.parse(readFileSync(join(folder, 'reports', 'partial', 'claims.json'), 'utf8')) as {
    claims: { id: string }[];
  };
  expect(claims.map(({ id }) => id)).toEqual(['q1-recurrence-definition']);
});
