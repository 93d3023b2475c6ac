import { readdirSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { prove } from '#command/proving.ts';
import { fakeCoq } from './fake-coq.ts';
import { temporaryFolder } from './temporary.ts';

const question = 'Print Assumptions checked.\n';
const files = ['a.v', 'b.v', 'c.v'].map((name) => ({ name, text: `text of ${name}\n${question}` }));
const refused = (message: string) => ({ accepted: false, line: undefined, message });
const answer = 'echo Closed under the global context';
/** A coqc that reads a batch in order up to what a file of it says, and says of a file alone what that is. */
const reading = (alone: string): string =>
  `case "$file" in batches/*) grep -q "Module b" "$file" && { echo read 0; exit 1; }; echo read 0; ${answer};; b.v) ${alone};; *) ${answer};; esac`;

test('files that require the same are read by one process after what they require, and told as they are read', async () => {
  const ended: string[] = [];
  const coq = fakeCoq({
    compiles: `test -e preface.v && case "$file" in batches/*) cat "$file"; echo; printf 'read 0\nread 1\nread 2\n';; ?.v) exit 1;; esac; ${answer}`,
  });
  const results = await prove(files, coq, (name) => ended.push(name));
  expect(ended).toEqual(['a.v', 'b.v', 'c.v']);
  expect([...results.keys()]).toEqual(['a.v', 'b.v', 'c.v']);
  const [first] = [...results.values()];
  expect(first).toMatchObject({ accepted: true });
  expect(new Set(results.values()).size).toBe(1);
});

test('the file at which a process ends is compiled alone, for its message; those around it go on', async () => {
  const ended: string[] = [];
  const fails = reading(String.raw`printf 'File "./b.v", line 3, characters 1-2:\nError: no\n'; exit 1`);
  const results = await prove(files, fakeCoq({ compiles: fails }), (name) => ended.push(name));
  expect(results.get('b.v')).toEqual({ accepted: false, line: 3, message: 'Error: no' });
  expect(results.get('a.v')).toMatchObject({ accepted: true });
  expect(results.get('c.v')).toMatchObject({ accepted: true });
  expect(ended.sort()).toEqual(['a.v', 'b.v', 'c.v']);
});

test('that a file was read, by what is printed, does not make it accepted', async () => {
  const forged = `case "$file" in batches/*) printf 'read 0\nread 1\nread 2\n'; ${answer}; exit 1;; ?.v) echo "Error: no"; exit 1;; *) ${answer};; esac`;
  const results = await prove(files, fakeCoq({ compiles: forged }));
  expect([...results.values()]).toEqual([refused('Error: no'), refused('Error: no'), refused('Error: no')]);
});

test('a file that rests on anything but the reals is not accepted, though Coq accepts it; the others are', async () => {
  const coq = fakeCoq({
    compiles:
      'echo "Axioms:"; echo "Classical_Prop.classic : forall P, P"; case "$file" in a.v|batches/*) echo "PrimInt63.add : int";; esac',
  });
  const results = await prove(files, coq);
  expect(results.get('a.v')).toEqual(refused('rests on more than the reals: PrimInt63.add'));
  expect(results.get('b.v')).toMatchObject({ accepted: true });
});

test('a file of which Coq does not tell what it rests on is not accepted', async () => {
  const silent = refused('coqc did not tell what the theorems rest on');
  expect((await prove(files.slice(0, 1), fakeCoq({ compiles: 'true' }))).get('a.v')).toEqual(silent);
  expect((await prove(files, fakeCoq({ compiles: 'true' }))).get('c.v')).toEqual(silent);
});

test('a file that does not end with the question is not accepted, whatever is printed', async () => {
  const unasked = { name: 'd.v', text: 'no question' };
  const silent = refused('coqc did not tell what the theorems rest on');
  expect((await prove([unasked], fakeCoq())).get('d.v')).toEqual(silent);
  const results = await prove([...files, unasked], fakeCoq());
  expect(results.get('d.v')).toEqual(silent);
  expect(results.get('a.v')).toMatchObject({ accepted: true });
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
  const apart = files.map(({ name, text }, i) => ({
    name,
    text: `From Library Require Import n${i}.\n${text}`,
  }));
  const ended: string[] = [];
  const results = await prove(apart, coq, (name) => {
    ended.push(name);
    if (ended.length === 2) interruption.abort();
  });
  expect([...results.keys()]).toEqual(ended.slice(0, 1));
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
