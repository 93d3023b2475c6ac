import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { writeUp } from '#claim/write-up.ts';
import { evaluateLine } from '#evaluation/evaluate-line.ts';
import { decideClaim } from '#judge/decide.ts';
import { verdictWords } from '#judge/verdict.ts';
import { explain } from '#report/explain.ts';
import { lineNumbers } from '#report/place.ts';
import { verdicts as linear } from './gate/linear-attention.verdicts.ts';
import { verdicts as rnn } from './gate/rnn.verdicts.ts';
import { verdicts as softmax } from './gate/softmax-attention.verdicts.ts';

const file = '../README.md';
const readme = readFileSync(new URL(file, import.meta.url), 'utf8');
const stands = { ...rnn, ...softmax, ...linear };

/** What a claim's explanation says before the obligations of its proofs. */
function shown(id: string): string {
  const text = explain(decideClaim(writeUp.find((claim) => claim.id === id)!, undefined, writeUp));
  return text.slice(0, text.indexOf('\n  rests on')).trimEnd();
}

function sum(): string {
  const counts = verdictWords.map((word) => {
    const count = writeUp.filter(({ id }) => stands[id]!.verdict === word).length;
    return `${count} ${word}`;
  });
  const readings = writeUp.reduce((total, claim) => total + claim.readings.length, 0);
  return `Of ${writeUp.length} claims: ${counts.join(', ')}. They have ${readings} readings, each decided.`;
}

function table(): string {
  const rows = writeUp.map(({ id, source, says }) => {
    const lines = source.lines.length === 0 ? source.question : lineNumbers(source.lines);
    const word = stands[id]!.verdict;
    return `| [${id}](reports/claims.md#${id.toLowerCase()}) | ${lines} | ${says.replaceAll('|', '\\|')} | ${word} |`;
  });
  return ['| claim | lines | what is said | verdict |', '|---|---|---|---|', ...rows].join('\n');
}

const question = '{"id":1,"fn":"output","args":{"x":[0,0.001],"h0":0}}';

/** The text of a file of examples. */
function example(name: string): string {
  return readFileSync(new URL(`./example/${name}`, import.meta.url), 'utf8').trimEnd();
}

/** The marked blocks, as they must be; each stands between its mark and the next blank line after its fence. */
const blocks: Readonly<Record<string, () => string>> = {
  'show q1-dropped-factor-1000': () => `\`\`\`text\n${shown('q1-dropped-factor-1000')}\n\`\`\``,
  sum,
  table: () => `<details><summary>All claims, in document order</summary>\n\n${table()}\n\n</details>`,
  example: () => `\`\`\`ts\n${example('own-claim.ts')}\n\`\`\``,
  kernels: () => `\`\`\`ts\n${example('kernels.ts')}\n\`\`\``,
  'kernels output': () => `\`\`\`text\n${example('kernels.output.txt')}\n\`\`\``,
  oracle: () =>
    `\`\`\`sh\n$ echo '${question}' | npx counterclaim evaluate --digits 40\n${evaluateLine(question, 1, 40)}\n\`\`\``,
};

test('the readme shows what the code says today', async () => {
  let expected = readme;
  for (const [name, block] of Object.entries(blocks)) {
    const [open, close] = [`<!-- ${name} -->`, `<!-- end ${name} -->`];
    const [from, to] = [expected.indexOf(open), expected.indexOf(close)];
    expect([name, from >= 0, to > from]).toEqual([name, true, true]);
    expected = `${expected.slice(0, from + open.length)}\n${block()}\n${expected.slice(to)}`;
  }
  await expect(expected).toMatchFileSnapshot(file);
});

test('the example of the readme runs, refutes the claim and proves its repair', async () => {
  const log = vi.spyOn(console, 'log').mockReturnValue(undefined);
  const { decided } = await import('./example/own-claim.ts');
  expect(decided.verdict).toMatchObject({
    verdict: 'refuted',
    witness: {
      inputs: [
        { name: 'x0', decimal: '1' },
        { name: 'x1', decimal: '0' },
      ],
    },
  });
  expect(decided.repair?.verdict.verdict).toBe('proved');
  expect(log.mock.calls[0]![0]).toContain('telescope: refuted');
  log.mockRestore();
});
