import { dyadic } from './dyadic.ts';

/**
 * A finite double in the hexadecimal notation of C99, with the fewest digits: `0x1.8p+1`, `-0x1p-1074`, `0x0p+0`.
 *
 * @throws RangeError when the value is not finite
 */
export function hexFloat(value: number): string {
  const { mantissa, exponent } = dyadic(Math.abs(value));
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  if (mantissa === 0n) return `${sign}0x0p+0`;
  const bits = mantissa.toString(2);
  const power = exponent + bits.length - 1;
  // The bits behind the leading one, filled up to whole hexadecimal digits, without the zeros at the end.
  const behind = bits.slice(1).replace(/0+$/, '');
  const digits = behind.replace(/.{1,4}/g, (four) => Number.parseInt(four.padEnd(4, '0'), 2).toString(16));
  return `${sign}0x1${digits === '' ? '' : `.${digits}`}p${power < 0 ? '-' : '+'}${Math.abs(power)}`;
}
