import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type Failure, failureWords } from '#conformance/failure.ts';
import { createGroups } from '#conformance/groups.ts';
import type { Host } from '#conformance/host.ts';
import { openModule } from '#conformance/module-host.ts';
import { openProcess } from '#conformance/process-host.ts';
import type { Call } from '#law/subject-call.ts';
import { type Hostile, hostileModules, hostileProcesses, limitsOf } from './hostile.ts';

const folder = join(import.meta.dirname, 'hostile');
const groups = createGroups();

/** The scripts, with a sleep of their own: so what is left of them is told from those of another run at the same time. */
const scripts = mkdtempSync(join(tmpdir(), 'counterclaim-hostile-'));
const sleep = `98765.${process.pid}${Date.now()}`;
for (const name of readdirSync(join(folder, 'process'))) {
  const text = readFileSync(join(folder, 'process', name), 'utf8').replaceAll('98765', sleep);
  writeFileSync(join(scripts, name), text);
}
afterAll(() => {
  rmSync(scripts, { recursive: true });
});

function callOf({ fn }: Hostile): Call {
  const q = [[1]];
  return fn === undefined ? { fn: 'alternatingSum', x: [1, 2], h0: 0 } : { fn, q, k: q, v: q, options: {} };
}

/** The failure of a subject, and the number of calls that went well before. */
function failureOf(hostile: Hostile, host: Host | Failure): readonly [Failure | undefined, number] {
  if ('kind' in host) return [host, 0];
  for (let calls = 1; calls <= hostile.calls; calls++) {
    const reply = host.call(callOf(hostile));
    if (reply.outcome !== 'failed') continue;
    host.close();
    return [reply.failure, calls];
  }
  return [host.close(), 0];
}

function expectNamed(hostile: Hostile, open: () => Host | Failure): void {
  const { named, got = '', calls, atEnd = false } = hostile;
  const [failure, failed] = failureOf(hostile, open());
  expect(failure?.kind).toBe(named);
  expect(failureWords(failure!)).toContain(got);
  expect(failureWords(failure!)).not.toMatch(/\p{Cc}/u);
  expect(failed).toBe(atEnd ? 0 : calls);
}

test.each(hostileModules)('module $file is named: $named', (hostile) => {
  expectNamed(hostile, () => openModule(join(folder, 'module', `${hostile.file}.mjs`), limitsOf(hostile)));
});

test.each(hostileProcesses)('process $file is named: $named', (hostile) => {
  const words = ['sh', join(scripts, `${hostile.file}.sh`)];
  expectNamed(hostile, () => openProcess(words, limitsOf(hostile), groups));
});

test('no process is left behind', () => {
  expect([...new Int32Array(groups)].filter((group) => group !== 0)).toEqual([]);
  const left = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        return [readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')];
      } catch {
        return [];
      }
    })
    .filter((command) => command.includes(scripts) || command.includes(`sleep ${sleep}`));
  expect(left).toEqual([]);
});
