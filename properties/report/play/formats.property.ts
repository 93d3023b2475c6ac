import { expect, test } from 'vitest';
import { binary16, binary64 } from '#arithmetic/float-format.ts';
import { appearing } from '#judge/appearance.ts';
import { formats, formatsAt } from '#report/play/formats.ts';
import { rowsOfDiagonal } from './diagonal.ts';

test('each format shows what the judge says it shows', () => {
  for (const beta of [0.5, 1, 2.4, 3, 6.3, 7, 19, 200]) {
    const shown = formatsAt(beta);
    expect(shown).toHaveLength(2 * formats.length);
    for (const { format, softmax, beta: own, shows } of shown) {
      const of = formats.find(({ name }) => name === format)!;
      const [appearance] = appearing(rowsOfDiagonal, of, softmax)([own]);
      expect([format, softmax, beta, shows]).toEqual([
        format,
        softmax,
        beta,
        { holds: 'confirms', fails: 'denies', nan: 'NaN' }[appearance!],
      ]);
    }
  }
});

test('beta is rounded to the format first', () => {
  const own = (name: string): number => formatsAt(6.3).find(({ format }) => format === name)!.beta;
  expect([own(binary64.name), own(binary16.name)]).toEqual([6.3, 6.30078125]);
});
