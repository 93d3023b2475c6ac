import { bitLength } from '#arithmetic/dyadic.ts';
import { magnitude } from '#arithmetic/integer.ts';
import type { Rational } from '#arithmetic/rational.ts';

/** The number +-mantissa * 10^(exponent - digits + 1): `digits` significant digits, the first of weight 10^exponent. */
export interface Rounded {
  readonly negative: boolean;
  /** From 10^(digits - 1) to 10^digits - 1; zero for zero. */
  readonly mantissa: bigint;
  readonly exponent: number;
  readonly digits: number;
  /** Whether nothing was rounded away. */
  readonly exact: boolean;
}

/**
 * A fraction to so many significant decimal digits, to nearest, ties to the even last digit.
 *
 * @param digits at least 1
 * @returns correctly rounded: decided on integers
 */
export function roundToDigits({ num, den }: Rational, digits: number): Rounded {
  const negative = num < 0n;
  if (num === 0n) return { negative, mantissa: 0n, exponent: 0, digits, exact: true };
  const above = magnitude(num);
  // |num / den| >= 2^(difference - 1), so the estimate is at most the exponent sought, and less by at most 1.
  let exponent = Math.floor((bitLength(above) - bitLength(den) - 1) * Math.log10(2));
  for (;;) {
    const shift = digits - 1 - exponent;
    const top = shift >= 0 ? above * 10n ** BigInt(shift) : above;
    const bottom = shift >= 0 ? den : den * 10n ** BigInt(-shift);
    if (top >= bottom * 10n ** BigInt(digits)) {
      exponent++;
      continue;
    }
    const mantissa = nearestQuotient(top, bottom);
    const exact = mantissa * bottom === top;
    // Rounded up to a power of ten, the number has one digit more before its point.
    const carried = mantissa === 10n ** BigInt(digits);
    return carried
      ? { negative, mantissa: mantissa / 10n, exponent: exponent + 1, digits, exact }
      : { negative, mantissa, exponent, digits, exact };
  }
}

/**
 * The decimal text: plain where the exponent is from -7 to digits - 1, else as `1.5e-300`.
 *
 * An exact number is written without zeros at the end; a rounded one with all its digits.
 */
export function formatRounded({ negative, mantissa, exponent, digits, exact }: Rounded): string {
  if (mantissa === 0n) return '0';
  const all = mantissa.toString();
  const shown = exact ? all.replace(/0+$/, '') : all;
  return (negative ? '-' : '') + placed(shown, exponent, digits);
}

function placed(shown: string, exponent: number, digits: number): string {
  if (exponent >= digits || exponent < -7) {
    const point = shown.length > 1 ? `${shown[0]!}.${shown.slice(1)}` : shown;
    return `${point}e${exponent < 0 ? '' : '+'}${exponent}`;
  }
  if (exponent < 0) return `0.${'0'.repeat(-exponent - 1)}${shown}`;
  const whole = shown.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  const rest = shown.slice(exponent + 1);
  return rest === '' ? whole : `${whole}.${rest}`;
}

/** top / bottom to the nearest integer, ties to even; both positive. */
function nearestQuotient(top: bigint, bottom: bigint): bigint {
  const floor = top / bottom;
  const twice = 2n * (top - floor * bottom);
  const up = twice > bottom || (twice === bottom && (floor & 1n) === 1n);
  return up ? floor + 1n : floor;
}
