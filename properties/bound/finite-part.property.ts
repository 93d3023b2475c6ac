import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Allowance } from '#bound/allowance.ts';
import { allowFinitePart } from '#bound/finite-part.ts';
import { linearAttention } from '#kernel/linear-attention.ts';
import { softmaxAttention } from '#kernel/softmax-attention.ts';
import type { Tokens } from '#kernel/tokens.ts';
import { cases, integers } from '../kernel/linear-attention/cases.ts';

/** An allowance by which the tokens that it is of are known. */
function known({ n, dv }: Tokens): Allowance {
  const numbers = (): Float64Array => Float64Array.from({ length: n * dv }, (_, i) => i + 1);
  const fates = Array.from(numbers(), () => 'bounded' as const);
  return { exact: { high: numbers(), low: numbers(), radius: numbers() }, bound: numbers(), fates };
}

test('finite tokens are allowed what they are', () => {
  fc.assert(
    fc.property(cases(integers), fc.boolean(), ({ tokens }, causal) => {
      let seen: Tokens | undefined;
      const allowance = known(tokens);
      const allow = (finite: Tokens): Allowance => {
        seen = finite;
        return allowance;
      };
      expect(allowFinitePart(tokens, causal, allow)).toBe(allowance);
      expect(seen).toBe(tokens);
    }),
  );
});

const spoilers = fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY);

test('what one spoilt number reaches is open, and all else is as it was', () => {
  fc.assert(
    fc.property(
      cases(integers),
      fc.boolean(),
      fc.constantFrom('q' as const, 'k' as const, 'v' as const),
      fc.nat(),
      spoilers,
      ({ tokens }, causal, name, pick, spoiler) => {
        const { n, dk, dv } = tokens;
        const array = tokens[name].slice();
        fc.pre(array.length > 0);
        const place = pick % array.length;
        array[place] = spoiler;
        let finite: Tokens | undefined;
        const { exact, bound, fates } = allowFinitePart({ ...tokens, [name]: array }, causal, (given) => {
          finite = given;
          return known(given);
        });
        expect(finite![name][place]).toBe(0);
        const plain = known(tokens);
        for (let i = 0; i < n; i++) {
          for (let c = 0; c < dv; c++) {
            const at = i * dv + c;
            const reached =
              name === 'q'
                ? Math.floor(place / dk) === i
                : (!causal || Math.floor(place / (name === 'k' ? dk : dv)) <= i) &&
                  (name === 'k' || place % dv === c);
            expect([bound[at], fates[at], exact.high[at], exact.low[at], exact.radius[at]]).toEqual(
              reached
                ? [Number.POSITIVE_INFINITY, 'open', Number.NaN, 0, Number.POSITIVE_INFINITY]
                : [
                    plain.bound[at],
                    'bounded',
                    plain.exact.high[at],
                    plain.exact.low[at],
                    plain.exact.radius[at],
                  ],
            );
          }
        }
      },
    ),
  );
});

test('no kernel lets NaN go further than it may reach', () => {
  fc.assert(
    fc.property(
      cases(integers, { sizes: { n: 5, m: 5, dk: 2, dv: 3 } }),
      fc.boolean(),
      fc.constantFrom('q' as const, 'k' as const, 'v' as const),
      fc.nat(),
      ({ tokens }, causal, name, pick) => {
        const array = tokens[name].slice();
        fc.pre(array.length > 0 && tokens.m > 0);
        array[pick % array.length] = Number.NaN;
        const spoilt = { ...tokens, [name]: array };
        const { fates } = allowFinitePart(spoilt, causal, known);
        for (const attention of [softmaxAttention, linearAttention]) {
          for (const tier of ['plain', undefined] as const) {
            const [before, after] = [
              attention(tokens, { causal, tier }),
              attention(spoilt, { causal, tier }),
            ];
            for (let place = 0; place < before.length; place++) {
              if (fates[place] === 'bounded') expect(after[place]).toBe(before[place]);
            }
          }
        }
      },
    ),
  );
});
