import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { compile, findCoq } from '#command/coqc.ts';
import { fakeCoq, noCoq } from './fake-coq.ts';
import { temporaryFolder } from './temporary.ts';

test('a coqc with its libraries is fit', async () => {
  expect(await findCoq(fakeCoq())).toEqual({ state: 'fit', version: '8.16.1' });
  expect(await findCoq(fakeCoq({ version: '9.0.0 5.1' }))).toEqual({ state: 'fit', version: '9.0.0' });
});

test('one that is too old, or lacks a library, is told with what is missing', async () => {
  expect(await findCoq(fakeCoq({ version: '8.15.2 4.13.1' }))).toEqual({
    state: 'unfit',
    version: '8.15.2',
    missing: 'Coq 8.16 or later',
  });
  expect(await findCoq(fakeCoq({ version: '7.99 4' }))).toMatchObject({ state: 'unfit', version: '7.99' });
  expect(await findCoq(fakeCoq({ version: 'what' }))).toMatchObject({ state: 'unfit', version: 'what' });
  expect(await findCoq(fakeCoq({ libraries: ['Flocq'] }))).toEqual({
    state: 'unfit',
    version: '8.16.1',
    missing: 'Interval, Coquelicot',
  });
});

test('none is absent', async () => {
  expect(await findCoq(noCoq())).toEqual({ state: 'absent' });
  expect(await compile('a.v', temporaryFolder(), noCoq())).toEqual({
    accepted: false,
    line: undefined,
    message: 'coqc could not be started',
  });
});

test('a file that compiles is accepted, with what Coq printed', async () => {
  const coq = fakeCoq({ compiles: 'echo "Closed under the global context"; cat "$file"' });
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'a.v'), 'text');
  expect(await compile('a.v', folder, coq)).toEqual({
    accepted: true,
    output: 'Closed under the global context\ntext',
  });
});

test('one that does not is not, with the line and the message', async () => {
  const said = String.raw`printf 'x : R\nFile "./a.v", line 12, characters 2-7:\nError: no\n  more\n\n' >&2; exit 1`;
  expect(await compile('a.v', temporaryFolder(), fakeCoq({ compiles: said }))).toEqual({
    accepted: false,
    line: 12,
    message: 'Error: no\n  more',
  });
  const bare = fakeCoq({ compiles: 'echo "Error: bad name"; exit 1' });
  expect(await compile('a.v', temporaryFolder(), bare)).toEqual({
    accepted: false,
    line: undefined,
    message: 'Error: bad name',
  });
});

test('one that is ended from outside is not accepted', async () => {
  const killed = fakeCoq({ compiles: 'kill -9 $$' });
  expect(await compile('a.v', temporaryFolder(), killed)).toEqual({
    accepted: false,
    line: undefined,
    message: 'not done within 300 s',
  });
});

test('one that takes too long is ended', async () => {
  const endless = { ...fakeCoq({ compiles: 'exec sleep 60' }), milliseconds: 200 };
  expect(await compile('a.v', temporaryFolder(), endless)).toEqual({
    accepted: false,
    line: undefined,
    message: 'not done within 0.2 s',
  });
});

test('what it prints can make its limit begin anew', async () => {
  const slow = fakeCoq({ compiles: 'for i in 1 2 3 4 5; do echo $i; sleep 0.25; done' });
  const limited = { ...slow, milliseconds: 1000 };
  expect(await compile('a.v', temporaryFolder(), { ...limited, isFurther: () => false })).toMatchObject({
    accepted: false,
  });
  const further = { ...limited, isFurther: (output: string) => /\d$/m.test(output) };
  expect(await compile('a.v', temporaryFolder(), further)).toMatchObject({ accepted: true });
});

test('nothing is waited for when there is none, or when it has answered', async () => {
  const milliseconds = 98_765;
  const set = vi.spyOn(globalThis, 'setTimeout');
  const clear = vi.spyOn(globalThis, 'clearTimeout');
  expect(await findCoq({ ...noCoq(), milliseconds })).toEqual({ state: 'absent' });
  expect(await findCoq({ ...fakeCoq(), milliseconds })).toMatchObject({ state: 'fit' });
  const limits = set.mock.results.filter((_, i) => set.mock.calls[i]![1] === milliseconds);
  expect(limits.length).toBeGreaterThan(1);
  for (const { value } of limits) expect(clear).toHaveBeenCalledWith(value);
  vi.restoreAllMocks();
});
