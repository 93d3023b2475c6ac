import { expect, test } from 'vitest';
import { glanceHtml, legend, questionsOf, sumSentence } from '#report/html/glance.ts';
import { claimOf, decidedOf, samples, verdicts } from '../sample.ts';

const rows = (...words: readonly (keyof typeof verdicts)[]) =>
  words.map((word, i) => decidedOf(`q${i}`, verdicts[word] as never));

test('claims stand under their question, in document order', () => {
  const questions = questionsOf(samples);
  expect(questions.flatMap(({ rows: own }) => own).length).toBe(samples.length);
  const [first] = questionsOf([
    {
      ...decidedOf('a', verdicts.proved),
      claim: { ...claimOf('a'), source: { question: 'Q2', part: 'b', lines: [] } },
    },
  ]);
  expect(first).toMatchObject({ question: 'Q2', title: 'Question 2: softmax attention' });
  const [own] = questionsOf([
    {
      ...decidedOf('a', verdicts.proved),
      claim: { ...claimOf('a'), source: { question: 'my lemma', part: 'b', lines: [] } },
    },
  ]);
  expect(own!.title).toBe('My lemma');
});

test.each([
  [
    rows('proved', 'refuted', 'definition'),
    '3 claims: 1 proved and 1 refuted; 1 definition with nothing to decide.',
  ],
  [rows('proved', 'refuted', 'conditional'), '3 claims: 1 proved, 1 conditional and 1 refuted.'],
  [rows('definition', 'definition'), '2 claims: 2 definitions with nothing to decide.'],
  [rows('proved'), '1 claim: 1 proved.'],
  [[], '0 claims.'],
])('the sum of %# is said in a sentence', (given, sentence) => {
  expect(sumSentence(given)).toBe(sentence);
});

test('every claim has a tile that says its verdict and leads to it', () => {
  for (const question of questionsOf(samples)) {
    const { text } = glanceHtml(question);
    for (const { claim, verdict } of question.rows) {
      expect(text).toContain(`href="#${claim.id}"`);
      expect(text).toContain(`aria-label="${verdict.verdict}: `);
    }
  }
  const bare = {
    ...decidedOf('a', verdicts.proved),
    claim: { ...claimOf('a'), source: { question: 'card', part: 'property 2', lines: [] } },
  };
  expect(glanceHtml(questionsOf([bare])[0]!).text).toContain('<span>property 2</span>');
});

test('the legend explains the verdicts that are there', () => {
  expect(legend(['proved']).text).toContain('<b>proved</b> true for every case of its domain');
  expect(legend(['proved']).text).not.toContain('refuted');
});
