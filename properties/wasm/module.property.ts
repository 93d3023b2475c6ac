import fc from 'fast-check';
import { expect, test } from 'vitest';
import { f64, get, i32, set, type ValueType, valueTypes } from '#wasm/instruction.ts';
import { define, encodeModule } from '#wasm/module.ts';

/** Reads bytes from first to last. */
class Reader {
  #at = 0;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get ended(): boolean {
    return this.#at === this.#bytes.length;
  }

  byte(): number {
    return this.#bytes[this.#at++]!;
  }

  number(): number {
    const byte = this.byte();
    return byte < 128 ? byte : byte - 128 + 128 * this.number();
  }

  take(length: number): Reader {
    this.#at += length;
    return new Reader(this.#bytes.subarray(this.#at - length, this.#at));
  }

  list<T>(read: () => T): T[] {
    return Array.from({ length: this.number() }, read);
  }

  text(): string {
    return String.fromCharCode(...this.list(() => this.byte()));
  }

  rest(): number[] {
    return [...this.#bytes.subarray(this.#at)];
  }
}

/** The sections of a module, in order. */
function sections(bytes: Uint8Array): { readonly id: number; readonly content: Reader }[] {
  const reader = new Reader(bytes);
  expect([...bytes.subarray(0, 8)]).toEqual([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
  reader.take(8);
  const found: { id: number; content: Reader }[] = [];
  while (!reader.ended) found.push({ id: reader.byte(), content: reader.take(reader.number()) });
  return found;
}

const types = fc.constantFrom<ValueType>('i32', 'f32', 'f64', 'v128');
const functions = fc.array(
  fc
    .record({
      name: fc.stringMatching(/^[a-z]{1,150}$/),
      parameters: fc.uniqueArray(fc.stringMatching(/^[a-z]$/), { maxLength: 4 }),
      parameterTypes: fc.array(types, { minLength: 4, maxLength: 4 }),
      results: fc.array(types, { maxLength: 1 }),
      locals: fc.array(types, { maxLength: 3 }),
      body: fc.array(fc.nat(255), { maxLength: 200 }),
    })
    .map(({ name, parameters, parameterTypes, results, locals, body }) =>
      define(
        name,
        Object.fromEntries(parameters.map((parameter, i) => [parameter, parameterTypes[i]!])),
        results,
        ({ local }) => {
          for (const type of locals) local(type);
          return [body.slice(0, 3), body.slice(3)];
        },
      ),
    ),
  { maxLength: 3 },
);

test('a module is the sections of types, its memory, functions, exports and code, each of its functions in all', () => {
  fc.assert(
    fc.property(functions, fc.boolean(), fc.constantFrom(1, 200, 65_536), (some, shared, maximumPages) => {
      const found = sections(encodeModule(some, { shared, maximumPages }));
      expect(found.map(({ id }) => id)).toEqual([1, 2, 3, 7, 10]);
      const [typing, importing, numbering, exporting, coding] = found.map(({ content }) => content) as [
        Reader,
        Reader,
        Reader,
        Reader,
        Reader,
      ];
      const numbers = some.map((_, i) => i);
      const bytesOf = (list: readonly ValueType[]): number[] => list.map((type) => valueTypes[type]);
      expect(
        typing.list(() => [
          typing.byte(),
          typing.list(() => typing.byte()),
          typing.list(() => typing.byte()),
        ]),
      ).toEqual(some.map(({ parameters, results }) => [0x60, bytesOf(parameters), bytesOf(results)]));
      expect(importing.list(() => [importing.text(), importing.text(), importing.byte()])).toEqual([
        ['env', 'memory', 2],
      ]);
      expect([importing.byte(), importing.number(), importing.number()]).toEqual([
        shared ? 3 : 1,
        1,
        maximumPages,
      ]);
      expect(numbering.list(() => numbering.number())).toEqual(numbers);
      expect(exporting.list(() => [exporting.text(), exporting.byte(), exporting.number()])).toEqual(
        some.map(({ name }, i) => [name, 0, i]),
      );
      expect(
        coding.list(() => {
          const code = coding.take(coding.number());
          return [code.list(() => [code.number(), code.byte()]), code.rest()];
        }),
      ).toEqual(some.map(({ locals, body }) => [bytesOf(locals).map((type) => [1, type]), [...body, 0x0b]]));
      expect([typing, importing, numbering, exporting, coding].every(({ ended }) => ended)).toBe(true);
    }),
  );
});

test('parameters are numbered first and variables after them, each of its type', () => {
  const { parameters, results, locals, body, name } = define(
    'f',
    { a: 'f64', b: 'i32' },
    ['f64'],
    ({ of, local, locals: many }) => {
      const [c, [d, e]] = [local('f64'), many('i32', 2)];
      expect([of.a, of.b, c, d, e]).toEqual([
        { index: 0, type: 'f64' },
        { index: 1, type: 'i32' },
        { index: 2, type: 'f64' },
        { index: 3, type: 'i32' },
        { index: 4, type: 'i32' },
      ]);
      return [set(c, f64.const(1)), set(e!, i32.const(2)), get(of.a)];
    },
  );
  expect({ name, parameters, results, locals }).toEqual({
    name: 'f',
    parameters: ['f64', 'i32'],
    results: ['f64'],
    locals: ['f64', 'i32', 'i32'],
  });
  expect(body).toEqual([...f64.const(1), 0x21, 2, ...i32.const(2), 0x21, 4, 0x20, 0]);
});
