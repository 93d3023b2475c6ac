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

interface Ended {
  readonly code: number | null;
  readonly said: string;
}

/** Runs vitest on the fixture, in a folder of its own. */
function runGate(folder: string, ...flags: readonly string[]): Promise<Ended> {
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'vitest.config.ts'), config);
  writeFileSync(join(folder, 'two.property.ts'), fixture);
  const program = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const own = Object.entries(process.env).filter(([name]) => !/^(VITEST|COUNTERCLAIM|GITHUB)/.test(name));
  const env = { ...Object.fromEntries(own), NO_COLOR: '1' };
  const child = spawn(process.execPath, [program, 'run', ...flags], { cwd: folder, env });
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
  const [all, part] = [temporaryFolder(), temporaryFolder()];
  const [whole, filtered] = await Promise.all([runGate(all), runGate(part, '-t', 'q1-recurrence')]);
  expect(whole.said).toContain('× q1-output-definition is refuted');
  expect(whole.said).toContain('incomplete: 2 of 66 claims');
  expect(whole.code).toBe(1);
  expect(filtered.said).toContain('incomplete: 1 of 66 claims; reports in reports/partial');
  expect(filtered.code).toBe(3);
  expect(existsSync(join(part, 'reports', 'claims.json'))).toBe(false);
  const { claims } = JSON.parse(readFileSync(join(part, 'reports', 'partial', 'claims.json'), 'utf8')) as {
    claims: { id: string }[];
  };
  expect(claims.map(({ id }) => id)).toEqual(['q1-recurrence-definition']);
});
