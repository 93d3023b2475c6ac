import { expect, test } from 'vitest';
import { attend, curvesOf } from '#report/play/attention.ts';
import { attentionFinding, attentionView, curveBetas, factsView } from '#report/play/attention-view.ts';
import { formatsAt } from '#report/play/formats.ts';
import { type TokenSet, tokensOf } from '#report/play/tokens.ts';

const thresholds = [{ name: '1 - W_11', eps: '0.1', beta: '1.5' }];

function shown(tokens: TokenSet, n: number, beta: number): string {
  const settings = { tokens, n, beta };
  const attended = attend(tokensOf(tokens, n, beta));
  return (
    attentionView(settings, attended, curvesOf(tokens, n, curveBetas), thresholds).text +
    attentionFinding(settings, attended)
  );
}

test('few tokens are drawn coordinate by coordinate, many by their distances', () => {
  const few = shown('written', 3, 1);
  expect([...few.matchAll(/<path class="move"/g)]).toHaveLength(12);
  const many = shown('orthogonal', 20, 1);
  expect(many).not.toContain('class="move"');
  expect(many).toContain('tokens 1 to 20');
  expect(many).toContain(', ...');
});

test('thresholds are marked for the tokens they are about', () => {
  expect(shown('written', 3, 1)).toContain('1 - W_11 ≤ 0.1 from β = 1.5 on, certified');
  expect(shown('orthogonal', 3, 1)).not.toContain('certified');
});

test('the marker stands on the curve, and at the edge beyond it', () => {
  const marker = (text: string): number => Number(/class="now" d="M([\d.]+) /.exec(text)![1]);
  expect(marker(shown('written', 3, 1))).toBeCloseTo(361, 0);
  expect(marker(shown('written', 3, 80))).toBe(664);
});

test('a curve ends where nothing is to be seen', () => {
  const curves = [{ rows: [1], values: curveBetas.map(() => 0.5) }];
  const attended = attend(tokensOf('orthogonal', 2, 1));
  const { text } = attentionView({ tokens: 'orthogonal', n: 2, beta: 1 }, attended, curves, []);
  expect(/class="curve curve-0" d="([^"]*)"/.exec(text)![1]!.split('L')).toHaveLength(curveBetas.length);
  expect(
    /class="curve curve-0" d="([^"]*)"/.exec(shown('written', 3, 1))![1]!.split('L').length,
  ).toBeLessThan(curveBetas.length);
});

test('what is found is one number, or a range', () => {
  expect(shown('orthogonal', 4, 1)).toContain('a token gives away 0.5246 of its weight');
  expect(shown('written', 3, 1)).toContain('a token gives away 0.3348 to 0.4239 of its weight');
});

test('what is certain is told, or that it is not enclosed', () => {
  const settings = { tokens: 'written', n: 3, beta: 2 } as const;
  const data = { formats: [], thresholds: [] };
  const { text } = factsView(
    settings,
    { certified: ['[0.1, 0.2]', '[0.3, 0.4]'], formats: formatsAt(2.4) },
    data,
  );
  expect(text).toContain('1 − W<sub>22</sub> in <span class="nowrap">[0.3, 0.4]</span>');
  expect(text).toContain('<td>confirms</td>');
  expect(text).toContain('<td>says nothing</td>');
  expect(factsView(settings, { certified: [], formats: [] }, data).text).toContain(
    'Enclosed for up to 8 tokens',
  );
});
