// The peak probe: independent chains of multiply and add on vectors of 128 bits, nothing read or written.
import { serve } from './serve.mjs';

/** As many as there are registers for: with eight, the latency of a step (six cycles) holds a fast machine to 70 % of its peak. */
const CHAINS = 14;
const STEPS = 4_000_000;
const { compile, createMemory, instantiate } = await import('../../dist/wasm/engine.js');
const { define } = await import('../../dist/wasm/module.js');
const { get, i32, repeat, set, f64, f32 } = await import('../../dist/wasm/instruction.js');
const { vectors, VECTOR } = await import('../../dist/wasm/vector.js');

await serve(({ format }) => {
  const v = vectors(format, 'deterministic');
  const scalar = format === 'binary64' ? f64 : f32;
  const probe = define('probe', { steps: 'i32' }, [v.scalar], ({ of: { steps }, local, locals }) => {
    const chains = locals(VECTOR, CHAINS);
    const factor = local(VECTOR);
    return [
      set(factor, v.const(0.999)),
      ...chains.map((chain, i) => set(chain, v.const(i))),
      repeat(
        [
          ...chains.map((chain) => set(chain, v.mulAdd(get(chain), get(factor), get(factor)))),
          set(steps, i32.sub(get(steps), i32.const(1))),
        ],
        get(steps),
      ),
      chains.map((chain) => v.extract(get(chain), 0)).reduce((sum, lane) => scalar.add(sum, lane)),
    ];
  });
  const limits = { shared: false, maximumPages: 1 };
  const exports = instantiate(compile([probe], limits), createMemory(limits));
  // Short calls first, so that the optimising compiler has it before it is timed.
  for (let i = 0; i < 200; i++) exports.probe(1000);
  const flop = STEPS * CHAINS * v.lanes * 2;
  let last = 0;
  const run = () => {
    last = exports.probe(STEPS);
  };
  return { version: process.version, run, rows: () => [[last]], extra: () => ({ flop }) };
});
