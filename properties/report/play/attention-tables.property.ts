import { expect, test } from 'vitest';
import { attend } from '#report/play/attention.ts';
import { attentionTables, sharesOf } from '#report/play/attention-tables.ts';
import { tokensOf } from '#report/play/tokens.ts';

test('few tokens have every weight, and each coordinate of token and output', () => {
  const { text } = attentionTables(attend(tokensOf('written', 3, 1)));
  expect(text).toContain(
    '<tr><th scope="row">1</th><td>0.665241</td><td>0.0900306</td><td>0.244728</td></tr>',
  );
  expect(text).toContain(
    '<tr><th scope="row">2</th><td>(1, 0, 0, 0)</td><td>(0.5761, 0.2119, 0.2119, 0.4239)</td></tr>',
  );
});

test('many have what each gives itself and another, and how far its output is', () => {
  const { text } = attentionTables(attend(tokensOf('orthogonal', 20, 1)));
  expect(text).toContain('<tr><th scope="row">20</th><td>0.125161</td><td>0.0460442</td></tr>');
  expect(text.match(/<tr>/g)).toHaveLength(3 + 3 * 20);
  expect(text).toContain('distance over its norm');
});

test('a distance is told over the norm of its token', () => {
  expect(
    sharesOf(
      [
        [3, 4],
        [0, 2],
      ],
      [
        [0, 0],
        [0, 1],
      ],
    ),
  ).toEqual([1, 0.5]);
});
