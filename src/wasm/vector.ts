import { bytesOfDouble, bytesOfSingle, type Code, sequence, unsigned } from './code.ts';
import type { ValueType } from './instruction.ts';

/** A vector instruction: its number follows a prefix byte. @source WebAssembly core specification, section 5.4.9 */
function simd(opcode: number, ...operands: readonly Code[]): Code {
  return [...sequence(...operands), 0xfd, ...unsigned(opcode)];
}

type Unary = (a: Code) => Code;
type Binary = (a: Code, b: Code) => Code;

function unary(opcode: number): Unary {
  return (a) => simd(opcode, a);
}

function binary(opcode: number): Binary {
  return (a, b) => simd(opcode, a, b);
}

/** Instructions on 128 bits, whatever is in them. */
export const v128: {
  readonly load: (address: Code, offset?: number) => Code;
  readonly store: (address: Code, value: Code, offset?: number) => Code;
  /** 8 bytes, and zeros behind them. */
  readonly loadLow: (address: Code, offset?: number) => Code;
  /** 8 bytes behind the first 8 of another vector. */
  readonly loadHigh: (address: Code, low: Code, offset?: number) => Code;
  readonly const: (bytes: Code) => Code;
  /** One of the four 32-bit integers. */
  readonly word: (a: Code, index: number) => Code;
  readonly and: Binary;
  /** a and not b. */
  readonly andnot: Binary;
  readonly or: Binary;
  readonly xor: Binary;
  /** The bits of `a` where the mask is 1, those of `b` elsewhere. */
  readonly bitselect: (a: Code, b: Code, mask: Code) => Code;
  /** The larger of each two unsigned integers of 32 bits. */
  readonly maxWords: Binary;
  /** All bits 1 where an unsigned integer of 32 bits is larger than the other, else 0. */
  readonly gtWords: Binary;
  /** Whether any bit is 1, as a 32-bit integer. */
  readonly anyTrue: Unary;
  /** Bytes of both, chosen by 16 indices from 0 to 31. */
  readonly shuffle: (a: Code, b: Code, indices: Code) => Code;
} = {
  load: (address, offset = 0) => [...simd(0x00, address), 0, ...unsigned(offset)],
  store: (address, value, offset = 0) => [...simd(0x0b, address, value), 0, ...unsigned(offset)],
  loadLow: (address, offset = 0) => [...simd(0x5d, address), 0, ...unsigned(offset)],
  loadHigh: (address, low, offset = 0) => [...simd(0x57, address, low), 0, ...unsigned(offset), 1],
  const: (bytes) => [0xfd, 0x0c, ...bytes],
  word: (a, index) => [...simd(0x1b, a), index],
  and: binary(0x4e),
  andnot: binary(0x4f),
  or: binary(0x50),
  xor: binary(0x51),
  bitselect: (a, b, mask) => simd(0x52, a, b, mask),
  maxWords: binary(0xb9),
  gtWords: binary(0x3c),
  anyTrue: unary(0x53),
  shuffle: (a, b, indices) => [...simd(0x0d, a, b), ...indices],
};

/** Vectors of floating-point numbers of one format, 128 bits wide, with what depends on their width. */
export interface VectorType {
  readonly format: 'binary64' | 'binary32';
  readonly scalar: 'f64' | 'f32';
  readonly lanes: number;
  /** Bytes of one number. */
  readonly bytes: number;
  readonly const: (value: number) => Code;
  /** The same number, read from memory, in every lane. */
  readonly loadSplat: (address: Code, offset?: number) => Code;
  readonly splat: Unary;
  readonly extract: (a: Code, lane: number) => Code;
  readonly eq: Binary;
  readonly lt: Binary;
  readonly gt: Binary;
  readonly abs: Unary;
  readonly neg: Unary;
  readonly add: Binary;
  readonly sub: Binary;
  readonly mul: Binary;
  readonly div: Binary;
  /** b < a ? b : a in each lane: one machine instruction, unlike `min`. */
  readonly pmin: Binary;
  /** a < b ? b : a in each lane: one machine instruction, unlike `max`. */
  readonly pmax: Binary;
  readonly rounding: Rounding;
  /** a b + c: two roundings, or one where the vectors are relaxed and the machine fuses. */
  readonly mulAdd: (a: Code, b: Code, c: Code) => Code;
  /** Lanes as integers of the same width, shifted left: for exponents built from bits. */
  readonly shiftLeft: (a: Code, count: number) => Code;
  readonly shiftRightSigned: (a: Code, count: number) => Code;
  readonly integerAdd: Binary;
  readonly integerSub: Binary;
}

/** How `mulAdd` rounds: twice on every machine, or as the machine does it fastest. */
export type Rounding = 'deterministic' | 'relaxed';

/** Vectors of a format, whose `mulAdd` rounds as told. */
export function vectors(format: VectorType['format'], rounding: Rounding): VectorType {
  const plain = format === 'binary64' ? f64x2 : f32x4;
  const fused = format === 'binary64' ? 0x107 : 0x105;
  return {
    ...plain,
    rounding,
    mulAdd:
      rounding === 'relaxed' ? (a, b, c) => simd(fused, a, b, c) : (a, b, c) => plain.add(plain.mul(a, b), c),
  };
}

type Plain = Omit<VectorType, 'mulAdd' | 'rounding'>;

const f64x2: Plain = {
  format: 'binary64',
  scalar: 'f64',
  lanes: 2,
  bytes: 8,
  const: (value) => v128.const([...bytesOfDouble(value), ...bytesOfDouble(value)]),
  loadSplat: (address, offset = 0) => [...simd(0x0a, address), 0, ...unsigned(offset)],
  splat: unary(0x14),
  extract: (a, lane) => [...simd(0x21, a), lane],
  eq: binary(0x47),
  lt: binary(0x49),
  gt: binary(0x4a),
  abs: unary(0xec),
  neg: unary(0xed),
  add: binary(0xf0),
  sub: binary(0xf1),
  mul: binary(0xf2),
  div: binary(0xf3),
  pmin: binary(0xf6),
  pmax: binary(0xf7),
  shiftLeft: (a, count) => shift(0xcb, a, count),
  shiftRightSigned: (a, count) => shift(0xcc, a, count),
  integerAdd: binary(0xce),
  integerSub: binary(0xd1),
};

const f32x4: Plain = {
  format: 'binary32',
  scalar: 'f32',
  lanes: 4,
  bytes: 4,
  const: (value) => v128.const([0, 0, 0, 0].flatMap(() => bytesOfSingle(value))),
  loadSplat: (address, offset = 0) => [...simd(0x09, address), 0, ...unsigned(offset)],
  splat: unary(0x13),
  extract: (a, lane) => [...simd(0x1f, a), lane],
  eq: binary(0x41),
  lt: binary(0x43),
  gt: binary(0x44),
  abs: unary(0xe0),
  neg: unary(0xe1),
  add: binary(0xe4),
  sub: binary(0xe5),
  mul: binary(0xe6),
  div: binary(0xe7),
  pmin: binary(0xea),
  pmax: binary(0xeb),
  shiftLeft: (a, count) => shift(0xab, a, count),
  shiftRightSigned: (a, count) => shift(0xac, a, count),
  integerAdd: binary(0xae),
  integerSub: binary(0xb1),
};

function shift(opcode: number, a: Code, count: number): Code {
  return simd(opcode, a, [0x41, ...unsigned(count)]);
}

/** The value type of every vector. */
export const VECTOR: ValueType = 'v128';
