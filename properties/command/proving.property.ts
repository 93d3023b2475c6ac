import { readdirSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { prove } from '#command/proving.ts';
import { fakeCoq } from './fake-coq.ts';
import { temporaryFolder } from './temporary.ts';

const files = ['a.v', 'b.v', 'c.v'].map((name) => ({ name, text: `text of ${name}` }));

test('every file is compiled after the preface, and told as it ends', async () => {
  const ended: string[] = [];
  const coq = fakeCoq({
    compiles:
      'test -e preface.v && case "$file" in ?.v) cat "$file"; echo;; esac && echo Closed under the global context',
  });
  const results = await prove(files, coq, (name) => ended.push(name));
  expect(ended.sort()).toEqual(['a.v', 'b.v', 'c.v']);
  expect([...results.keys()].sort()).toEqual(['a.v', 'b.v', 'c.v']);
  expect(results.get('b.v')).toEqual({
    accepted: true,
    output: 'text of b.v\nClosed under the global context\n',
  });
});

test('a file that rests on anything but the reals is not accepted, though Coq accepts it', async () => {
  const coq = fakeCoq({
    compiles:
      'echo "Axioms:"; echo "Classical_Prop.classic : forall P, P"; case "$file" in a.v) echo "PrimInt63.add : int";; esac',
  });
  expect((await prove(files.slice(0, 1), coq)).get('a.v')).toEqual({
    accepted: false,
    line: undefined,
    message: 'rests on more than the reals: PrimInt63.add',
  });
});

test('a file of which Coq does not tell what it rests on is not accepted', async () => {
  expect((await prove(files.slice(0, 1), fakeCoq({ compiles: 'true' }))).get('a.v')).toEqual({
    accepted: false,
    line: undefined,
    message: 'coqc did not tell what the theorems rest on',
  });
});

test('what all files require may rest on no more than they', async () => {
  const results = await prove(files, fakeCoq({ compiles: 'echo "Axioms:"; echo "admitted : False"' }));
  expect([...results]).toEqual([
    ['preface.v', { accepted: false, line: undefined, message: 'rests on more than the reals: admitted' }],
  ]);
});

test('when the preface fails, nothing else is tried', async () => {
  const results = await prove(files, fakeCoq({ compiles: 'echo "Error: no"; exit 1' }));
  expect([...results]).toEqual([['preface.v', { accepted: false, line: undefined, message: 'Error: no' }]]);
});

test('an end from outside leaves what was not done without a result', async () => {
  const interruption = new AbortController();
  const coq = { ...fakeCoq(), signal: interruption.signal };
  const results = await prove(files, coq, () => {
    interruption.abort();
  });
  expect(results.size).toBeLessThan(3);
  expect(results.size).toBeGreaterThan(0);
});

test('nothing is left in the temporary folder', async () => {
  const folder = temporaryFolder();
  vi.stubEnv('TMPDIR', folder);
  try {
    const used = (): readonly string[] =>
      readdirSync(folder).filter((name) => name.startsWith('counterclaim-proof-'));
    const coq = fakeCoq();
    const during: string[] = [];
    await prove(files, coq, () => during.push(...used()));
    expect(during).not.toEqual([]);
    expect(used()).toEqual([]);
  } finally {
    vi.unstubAllEnvs();
  }
});
