import { expect, test } from 'vitest';
import { evidenceMarkdown, proofMarkdown } from '#report/markdown-evidence.ts';
import { obligationLines } from '#report/words.ts';
import { obligations, proofOn, verdicts, witness } from './sample.ts';

test('folds away the obligations of a proof, each of them whole', () => {
  const [head, details] = proofMarkdown('Proof', proofOn(obligations));
  expect(head).toBe('**Proof**, by induction: base and step');
  expect(details).toMatch(
    /^<details><summary>6 obligations<\/summary>\n\n```text\n[\s\S]*\n```\n\n<\/details>$/,
  );
  for (const obligation of obligations) expect(details).toContain(obligationLines(obligation).join('\n'));
  expect(proofMarkdown('Proof', proofOn(obligations.slice(1, 2)))[1]).toContain(
    '<summary>1 obligation</summary>',
  );
  expect(proofMarkdown('Proof', proofOn([]))).toHaveLength(1);
});

test('shows a witness in decimal and hexadecimal, both sides, the gap and the extent', () => {
  const text = evidenceMarkdown(verdicts.refuted).join('\n\n');
  expect(text).toContain('**Witness**: `x = (0, 1), h0 = 0`, where left `=` right fails at entry 1.');
  expect(text).toContain('| `x2` | `1` | `0x1p+0` |');
  expect(text).toContain('| left | `0.99` | `1` | `1/(1 + exp(-1000*(x2 - x1 + h0)))` |');
  expect(text).toContain('| right | `0.73` | `0.74` |');
  expect(text).toContain('Gap &gt;= 0.26, enclosures disjoint at 50 digits');
  expect(text).toContain('**How far**: for every H\\_0.\n\n**Because**, by induction');
  expect(text).toContain('**The contrary holds**, by induction');
  expect(text).toContain('**Witness in binary16**');
});

test('shows a region with its thresholds and formats as tables', () => {
  const text = evidenceMarkdown(verdicts.conditional).join('\n\n');
  expect(text).toContain('Holds exactly where `||x|| >= beta*`.');
  expect(text).toContain('**Inside**, by induction');
  expect(text).toContain('**Outside**, by induction');
  expect(text).toContain(
    '| W\\_11 |  | `1.5` `0x1.8p+0` | `[0.51, 0.52]` | `1.75` `0x1.cp+0` | `[0.48, 0.49]` |  |',
  );
  expect(text).toContain('| W\\_11 | `0.5` |');
  expect(text).toContain('| `sqrt(ln 2)` |');
  expect(text).toContain(
    '| binary16 | shifted | `2.75` `0x1.6p+1` | `255.9` `0x1.ffcp+7` | yes | never | every value of the format |',
  );
  expect(text).toContain('| no | `9.5` `0x1.3p+3` | bracketed, 8');
  expect(text).toContain('| bfloat16 | shifted | never |  |  | never |');
  expect(text).toContain(evidenceMarkdown({ verdict: 'refuted', witness }).join('\n\n'));
});

test('shows what is missing, what is at fault and what was tried', () => {
  const textOf = (name: keyof typeof verdicts): string => evidenceMarkdown(verdicts[name]).join('\n\n');
  expect(textOf('definition')).toBe('Nothing to decide: the line introduces a notation.');
  expect(textOf('proved')).toContain('**Proof**');
  expect(textOf('conditionalOnTerms')).toContain('Outside of it, X\\_{T-2} does not exist at T = 2');
  expect(textOf('refutedByProof')).toBe('**The contrary holds**, by induction: base and step');
  expect(textOf('refutedByNumber')).toContain('**Witness in binary64**');
  expect(textOf('refutedByNothing')).toBe('');
  expect(textOf('ill-posed')).toBe(
    '```text\ny_i = (softmax(<q_i, k_i>), v_i)\n```\n\n- i is bound twice\n- a \\| b is no operation',
  );
  expect(textOf('undecided')).toBe('Tried:\n\n- normal forms\n- 200 cases');
});

test('does not show again what the outside rests on when it is what the inside rests on', () => {
  const region = { condition: 'T even', inside: proofOn(obligations), outside: proofOn(obligations) };
  const text = evidenceMarkdown({ verdict: 'conditional', region }).join('\n\n');
  expect(text.split('<details>')).toHaveLength(2);
  expect(text).toContain('**Outside**, by induction: base and step It rests on the same obligations.');
  const words = { ...region, inside: proofOn([]), outside: proofOn([]) };
  expect(evidenceMarkdown({ verdict: 'conditional', region: words })).toHaveLength(3);
});
