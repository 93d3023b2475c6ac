import { fraction, type Rational, rationals } from '#arithmetic/rational.ts';
import values from './oracle.json' with { type: 'json' };

/** The values of the independent oracle: inputs in hexadecimal, outputs rounded to 60 digits. */
export const oracle: typeof values = values;

/** The double that C99 hexadecimal text denotes. */
export function fromHex(text: string): number {
  const [, sign, whole, places, exponent] = /^(-?)0x([01])\.([0-9a-f]*)p([+-]\d+)$/.exec(text)!;
  const mantissa = Number.parseInt(whole! + places!, 16) * (sign === '-' ? -1 : 1);
  const scale = Number(exponent) - 4 * places!.length;
  // In two steps, since 2^scale alone may be below the subnormals; the first product is exact.
  return mantissa * 2 ** Math.max(scale, -1000) * 2 ** Math.min(scale + 1000, 0);
}

/** A matrix of doubles. */
export function matrixFromHex(rows: readonly (readonly string[])[]): number[][] {
  return rows.map((row) => row.map(fromHex));
}

/** Decimal text as the fraction it is, whatever its exponent. */
export function fromDecimal(text: string): Rational {
  const [mantissa, exponent = '0'] = text.toLowerCase().split('e');
  const [whole, places = ''] = mantissa!.split('.');
  const shift = Number(exponent) - places.length;
  const integer = BigInt(whole! + places);
  return shift >= 0 ? fraction(integer * 10n ** BigInt(shift)) : fraction(integer, 10n ** BigInt(-shift));
}

/** The numbers that an oracle's decimal may have been rounded from: one unit of the 60th digit to either side. */
export function roundedFrom(text: string): { readonly lo: Rational; readonly hi: Rational } {
  const value = fromDecimal(text);
  const size = value.num < 0n ? rationals.neg(value) : value;
  // A unit of the 60th digit is at most 10^-59 of the number.
  const unit = rationals.mul(size, fraction(1n, 10n ** 59n));
  return { lo: rationals.sub(value, unit), hi: rationals.add(value, unit) };
}
