import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { beginSubject } from '#conformance/begin-subject.ts';
import { defaultLimits } from '#conformance/limits.ts';
import { openModule } from '#conformance/module-host.ts';
import { temporaryFolder } from '../command/temporary.ts';
import { until } from './later.ts';

/** A module that notes each time that it is loaded. */
function noting(): { readonly file: string; readonly note: string } {
  const folder = temporaryFolder();
  const [file, note] = [join(folder, 'mine.mjs'), join(folder, 'note')];
  writeFileSync(
    file,
    `import { appendFileSync } from 'node:fs';
    appendFileSync(${JSON.stringify(note)}, 'x', { flag: 'ax' });
    export const alternatingSum = () => 7;`,
  );
  return { file, note };
}

test('one module is loaded before it is opened, and once', async () => {
  const { file, note } = noting();
  beginSubject([`module:${file}`]);
  await until(() => existsSync(note));
  const host = openModule(file, { ...defaultLimits, time: 5000 });
  if ('kind' in host) throw new Error(host.got);
  expect(host.call({ fn: 'alternatingSum', x: [], h0: 0 })).toMatchObject({ value: 7 });
  expect(host.close()).toBeUndefined();
  // A second time it is loaded anew, which this one does not bear.
  expect(openModule(file, defaultLimits)).toMatchObject({ kind: 'threw at start' });
});

test('with other limits it is loaded with those', async () => {
  const { file, note } = noting();
  beginSubject([`module:${file}`]);
  await until(() => existsSync(note));
  expect(openModule(file, { ...defaultLimits, memory: 512 })).toMatchObject({ kind: 'threw at start' });
  const host = openModule(file, defaultLimits);
  expect('kind' in host || host.close()).toBeUndefined();
});

test('nothing else is begun', () => {
  const { file, note } = noting();
  for (const operands of [
    [],
    [file],
    [`module:${file}`, 'builtin:a'],
    ['builtin:a'],
    ['module:/nowhere.mjs'],
  ])
    beginSubject(operands);
  const host = openModule(file, defaultLimits);
  expect(existsSync(note)).toBe(true);
  expect('kind' in host || host.close()).toBeUndefined();
});
