import { type Code, listed, named, sequence, sized, unsigned } from './code.ts';
import { type Local, type ValueType, valueTypes } from './instruction.ts';

/** A function while it is written: its parameters, and new variables on request. */
export interface Scope<P extends string> {
  readonly of: Readonly<Record<P, Local>>;
  readonly local: (type: ValueType) => Local;
  /** So many variables of one type. */
  readonly locals: (type: ValueType, count: number) => readonly Local[];
}

/** A function of a module, ready to be placed in it. */
export interface WasmFunction {
  /** The name by which it is exported. */
  readonly name: string;
  readonly parameters: readonly ValueType[];
  readonly results: readonly ValueType[];
  readonly locals: readonly ValueType[];
  readonly body: Code;
}

/**
 * A function written as a list of instructions.
 *
 * @param parameters names and types, in order
 * @param write the body; a function with a result leaves it on the stack
 */
export function define<P extends string>(
  name: string,
  parameters: Readonly<Record<P, ValueType>>,
  results: readonly ValueType[],
  write: (scope: Scope<P>) => readonly Code[],
): WasmFunction {
  const given = Object.entries(parameters) as [P, ValueType][];
  const locals: ValueType[] = [];
  const local = (type: ValueType): Local => ({ index: given.length + locals.push(type) - 1, type });
  const of = Object.fromEntries(given.map(([key, type], index) => [key, { index, type }])) as Record<
    P,
    Local
  >;
  const body = sequence(
    ...write({ of, local, locals: (type, count) => Array.from({ length: count }, () => local(type)) }),
  );
  return { name, parameters: given.map(([, type]) => type), results, locals, body };
}

/** The memory that a module imports as `env.memory`; a shared one needs a maximum. */
export interface MemoryImport {
  readonly shared: boolean;
  readonly maximumPages: number;
}

/**
 * A module whose functions work on one imported memory.
 *
 * @returns its bytes, for `WebAssembly.Module`
 * @source WebAssembly core specification, section 5.5; shared memories: the threads proposal
 */
export function encodeModule(
  functions: readonly WasmFunction[],
  memory: MemoryImport,
): Uint8Array<ArrayBuffer> {
  const types = functions.map(({ parameters, results }) => [
    0x60,
    ...listed(parameters.map((type) => [valueTypes[type]])),
    ...listed(results.map((type) => [valueTypes[type]])),
  ]);
  const limits = [memory.shared ? 3 : 1, ...unsigned(1), ...unsigned(memory.maximumPages)];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, listed(types)),
    ...section(2, listed([[...named('env'), ...named('memory'), 0x02, ...limits]])),
    ...section(3, listed(functions.map((_, index) => unsigned(index)))),
    ...section(7, listed(functions.map(({ name }, index) => [...named(name), 0x00, ...unsigned(index)]))),
    ...section(10, listed(functions.map(({ locals, body }) => sized([...declared(locals), ...body, 0x0b])))),
  ]);
}

function section(id: number, content: Code): Code {
  return [id, ...sized(content)];
}

/** Local variables one by one: each is a run of one. */
function declared(locals: readonly ValueType[]): Code {
  return listed(locals.map((type) => [1, valueTypes[type]]));
}
