import { expect, test } from 'vitest';
import { balls, endpoints } from '#arithmetic/ball.ts';
import { dyadics } from '#arithmetic/dyadic.ts';
import { binary64, next, previous } from '#arithmetic/float-format.ts';
import { POWERS, POWERS_ADDRESS, powersOfTwo, tableOfPowers } from '#kernel/simd/powers.ts';

const exact = balls(200);

/** Whether x^64 is certain to be below, or above, 2^j. */
function compared(x: ReturnType<typeof exact.of>, j: number): 'below' | 'above' | 'open' {
  let power = x;
  for (let doubled = 1; doubled < POWERS; doubled *= 2) power = exact.mul(power, power);
  const { lo, hi } = endpoints(power);
  const two = { mantissa: 1n, exponent: j };
  if (dyadics.compare(hi, two) === 'less') return 'below';
  return dyadics.compare(lo, two) === 'greater' ? 'above' : 'open';
}

test('each power of the table is the double nearest to it', () => {
  expect(powersOfTwo.length).toBe(POWERS);
  expect(powersOfTwo[0]).toBe(1);
  const half = (a: number, b: number) => exact.div(exact.add(exact.of(a), exact.of(b)), exact.of(2));
  powersOfTwo.slice(1).forEach((power, place) => {
    expect(compared(half(previous(binary64, power), power), place + 1)).toBe('below');
    expect(compared(half(power, next(binary64, power)), place + 1)).toBe('above');
  });
});

test('n times 2^46, added to the bits of the entry n mod 64, gives 2^(n / 64)', () => {
  const bits = new BigInt64Array(tableOfPowers.slice().buffer);
  for (let n = -1022 * POWERS; n <= 0; n += 61) {
    const j = ((n % POWERS) + POWERS) % POWERS;
    const sum = new BigInt64Array([bits[j]! + (BigInt(n) << 46n)]);
    const power = powersOfTwo[j]! * 2 ** ((n - j) / POWERS);
    expect(new Float64Array(sum.buffer)[0]).toBe(power);
  }
});

test('the table leaves address 0 alone, and starts on a line of the cache', () => {
  expect(POWERS_ADDRESS).toBeGreaterThan(0);
  expect([POWERS_ADDRESS % 64, tableOfPowers.byteLength % 64]).toEqual([0, 0]);
});
