import fc from 'fast-check';
import { expect, test } from 'vitest';
import { floats } from '#arithmetic/float-arithmetic.ts';
import { roundingTo } from '#kernel/declaration.ts';
import { keysSeen, score } from '#kernel/softmax-attention/score.ts';
import { cases, seenBy } from './cases.ts';

test('a score is the sum of products from left to right, each operation rounded, and then scaled', () => {
  fc.assert(
    fc.property(cases({ n: 3, m: 3, dk: 6, dv: 0 }), ({ format, tokens, settings }) => {
      const { add, mul } = floats(format);
      const { q, k, n, m, dk } = tokens;
      for (let i = 0; i < n; i++) {
        for (let j = 0; j < m; j++) {
          let sum = 0;
          for (let l = 0; l < dk; l++) sum = add(sum, mul(q[i * dk + l]!, k[j * dk + l]!));
          expect(score(tokens, i, j, settings.scale, roundingTo(q))).toBe(mul(sum, settings.scale));
        }
      }
    }),
  );
});

test('a row sees every key, and under the causal mask those up to its own place, whatever the number of queries', () => {
  fc.assert(
    fc.property(cases({ n: 9, m: 5, dk: 1, dv: 0 }), ({ tokens, settings }) => {
      for (let i = 0; i < tokens.n; i++) {
        expect(keysSeen(i, tokens, settings.causal)).toBe(seenBy(i, tokens, settings));
      }
    }),
  );
});
