import { afterEach, expect, test, vi } from 'vitest';
import { availabilityOf } from '#kernel/simd/tier.ts';
import { workspace } from '#kernel/simd/workspace.ts';
import { hasRelaxed, where } from '../../wasm/relaxed.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** Why each tier is missing; undefined where it is there. */
function reasons(): (string | undefined)[] {
  return (['plain', 'simd', 'relaxed'] as const).map((tier) => {
    const availability = availabilityOf(tier);
    return availability.available ? undefined : availability.why;
  });
}

const noRelaxed =
  'WebAssembly has no relaxed vectors; Node 20 has them with --experimental-wasm-relaxed-simd';

test(`plain code and vectors run here${where}`, () => {
  expect(reasons()).toEqual([undefined, undefined, hasRelaxed ? undefined : noRelaxed]);
  expect(availabilityOf('plain')).toEqual({ available: true });
});

test('without an engine for modules, plain code is left', () => {
  vi.stubGlobal('WebAssembly', undefined);
  const why = 'there is no WebAssembly';
  expect(reasons()).toEqual([undefined, why, why]);
});

// The workspace is made before, for it needs the engine itself.
workspace();

test('an engine without vectors says so, and one without relaxed vectors has the others', () => {
  const why = 'WebAssembly has no vectors of 128 bits';
  vi.stubGlobal('WebAssembly', { validate: () => false });
  expect(reasons()).toEqual([undefined, why, why]);
  // 0xfd and 0x107 as LEB128: the relaxed multiply-add.
  const validate = (bytes: Uint8Array): boolean => !bytes.join(' ').includes('253 135 2');
  vi.stubGlobal('WebAssembly', { validate });
  expect(reasons()).toEqual([undefined, undefined, noRelaxed]);
});

test('an engine that gives no memory is left to plain code', () => {
  const refuse = (): never => {
    throw new RangeError('could not allocate memory');
  };
  const why = 'WebAssembly gives no memory: RangeError: could not allocate memory';
  expect(availabilityOf('simd', refuse)).toEqual({ available: false, why });
  expect(availabilityOf('plain', refuse)).toEqual({ available: true });
});
