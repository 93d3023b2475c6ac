import { bytesOfDouble, bytesOfSingle, type Code, sequence, signed, unsigned } from './code.ts';

/** The types of values, by their byte in the binary format. */
export const valueTypes: { readonly [T in ValueType]: number } = {
  i32: 0x7f,
  f32: 0x7d,
  f64: 0x7c,
  v128: 0x7b,
};

/** The name of a value type. */
export type ValueType = 'i32' | 'f32' | 'f64' | 'v128';

/** A parameter or a local variable of a function. */
export interface Local {
  readonly index: number;
  readonly type: ValueType;
}

/** The value of a variable. */
export function get({ index }: Local): Code {
  return [0x20, ...unsigned(index)];
}

/** Gives a variable a value. */
export function set({ index }: Local, value: Code): Code {
  return [...value, 0x21, ...unsigned(index)];
}

/** Gives a variable a value and leaves it on the stack. */
export function tee({ index }: Local, value: Code): Code {
  return [...value, 0x22, ...unsigned(index)];
}

const EMPTY = 0x40;
const END = 0x0b;

/** A loop entered at least once, and again while the condition, a 32-bit integer, is not zero. */
export function repeat(body: readonly Code[], again: Code): Code {
  return [0x03, EMPTY, ...sequence(...body), ...again, 0x0d, 0x00, END];
}

/** A loop that runs while the condition holds; nothing is done when it does not hold at first. */
export function loopWhile(condition: Code, body: readonly Code[]): Code {
  return when(condition, [repeat(body, condition)]);
}

/** What is done when the condition, a 32-bit integer, is not zero, and otherwise. */
export function when(condition: Code, then: readonly Code[], otherwise: readonly Code[] = []): Code {
  const alternative = otherwise.length === 0 ? [] : [0x05, ...sequence(...otherwise)];
  return [...condition, 0x04, EMPTY, ...sequence(...then), ...alternative, END];
}

/** Calls a function of the module by its index. */
export function call(index: number, ...operands: readonly Code[]): Code {
  return [...sequence(...operands), 0x10, ...unsigned(index)];
}

/** The first value when the condition, a 32-bit integer, is not zero, else the second; both are computed. */
export function select(first: Code, second: Code, condition: Code): Code {
  return [...first, ...second, ...condition, 0x1b];
}

/** Drops the value on the stack. */
export function drop(value: Code): Code {
  return [...value, 0x1a];
}

/** Gives so many bytes from an address on one value. @source WebAssembly core specification, section 5.4.6 */
export function fill(address: Code, value: Code, bytes: Code): Code {
  return [...address, ...value, ...bytes, 0xfc, 0x0b, 0x00];
}

/** An instruction of one byte that takes what its operands leave on the stack. */
type Operator = (...operands: readonly Code[]) => Code;

/** The instructions on scalars of one type that are used, by name. */
type Scalar<Name extends string> = Readonly<Record<Name, Operator>> & {
  readonly load: (address: Code, offset?: number) => Code;
  readonly store: (address: Code, value: Code, offset?: number) => Code;
};

type Comparison = 'eqz' | 'eq' | 'ne' | 'ltS' | 'ltU' | 'gtS' | 'gtU' | 'leU' | 'geU';
type Arithmetic = 'add' | 'sub' | 'mul';
type Real = Arithmetic | 'div' | 'lt' | 'gt' | 'abs' | 'neg';
type Constant = { readonly const: (value: number) => Code };

function operator(opcode: number): Operator {
  return (...operands) => [...sequence(...operands), opcode];
}

function memory(opcode: number): (address: Code, offset?: number) => Code {
  return (address, offset = 0) => [...address, opcode, 0, ...unsigned(offset)];
}

function storing(opcode: number): (address: Code, value: Code, offset?: number) => Code {
  return (address, value, offset = 0) => [...address, ...value, opcode, 0, ...unsigned(offset)];
}

/** 32-bit integers: addresses, counts and conditions. Addresses and sizes are unsigned. */
export const i32: Scalar<Comparison | Arithmetic | 'and' | 'shl' | 'shrU'> & Constant = {
  const: (value) => [0x41, ...signed(value | 0)],
  load: memory(0x28),
  store: storing(0x36),
  eqz: operator(0x45),
  eq: operator(0x46),
  ne: operator(0x47),
  ltS: operator(0x48),
  ltU: operator(0x49),
  gtS: operator(0x4a),
  gtU: operator(0x4b),
  leU: operator(0x4d),
  geU: operator(0x4f),
  add: operator(0x6a),
  sub: operator(0x6b),
  mul: operator(0x6c),
  and: operator(0x71),
  shl: operator(0x74),
  shrU: operator(0x76),
};

/** Binary64 scalars. */
export const f64: Scalar<Real> & Constant = {
  const: (value) => [0x44, ...bytesOfDouble(value)],
  load: memory(0x2b),
  store: storing(0x39),
  lt: operator(0x63),
  gt: operator(0x64),
  abs: operator(0x99),
  neg: operator(0x9a),
  add: operator(0xa0),
  sub: operator(0xa1),
  mul: operator(0xa2),
  div: operator(0xa3),
};

/** Binary32 scalars. */
export const f32: Scalar<Real> & Constant = {
  const: (value) => [0x43, ...bytesOfSingle(value)],
  load: memory(0x2a),
  store: storing(0x38),
  lt: operator(0x5d),
  gt: operator(0x5e),
  abs: operator(0x8b),
  neg: operator(0x8c),
  add: operator(0x92),
  sub: operator(0x93),
  mul: operator(0x94),
  div: operator(0x95),
};
