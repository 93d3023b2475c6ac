import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { prove } from '#command/proving.ts';
import { fakeCoq } from './fake-coq.ts';

const files = ['a.v', 'b.v', 'c.v'].map((name) => ({ name, text: `text of ${name}` }));

test('every file is compiled after the preface, and told as it ends', async () => {
  const ended: string[] = [];
  const coq = fakeCoq({ compiles: 'test -e preface.v && cat "$file"' });
  const results = await prove(files, coq, (name) => ended.push(name));
  expect(ended.sort()).toEqual(['a.v', 'b.v', 'c.v']);
  expect([...results.keys()].sort()).toEqual(['a.v', 'b.v', 'c.v']);
  expect(results.get('b.v')).toEqual({ accepted: true, output: 'text of b.v' });
});

test('a file that rests on anything but the reals is not accepted, though Coq accepts it', async () => {
  const coq = fakeCoq({
    compiles: 'echo "Axioms:"; echo "Classical_Prop.classic : forall P, P"; echo "PrimInt63.add : int"',
  });
  expect((await prove(files.slice(0, 1), coq)).get('a.v')).toEqual({
    accepted: false,
    line: undefined,
    message: 'rests on more than the reals: PrimInt63.add',
  });
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
  const before = readdirSync(tmpdir()).filter((name) => name.startsWith('counterclaim-proof-'));
  await prove([], fakeCoq());
  const after = readdirSync(tmpdir()).filter((name) => name.startsWith('counterclaim-proof-'));
  expect(after.filter((name) => !before.includes(name) && existsSync(name))).toEqual([]);
});
