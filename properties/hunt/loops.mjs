import { dyadic, dyadics } from '#arithmetic/dyadic.ts';
import { binary32, binary64 } from '#arithmetic/float-format.ts';
import { linearAllowance } from '#bound/linear-attention.ts';
import { outputAllowance, withOutput } from '#bound/output.ts';
import { stateAllowance, statesAllowance } from '#bound/rnn.ts';
import { softmaxAllowance } from '#bound/softmax-attention.ts';
import { kernels } from '#kernel/kernels.ts';
import { outputs } from '#kernel/rnn/output.ts';
import { tiers } from '#kernel/tiers.ts';

/** The formats of the kernels. */
export const formats = [binary64, binary32];

/**
 * Every kernel with how it is run on an input and what it may return there.
 *
 * @returns a list of `{ system, name, format, declares, serves, run, allowance }`; kernels that this engine lacks are left out
 */
export function subjects() {
  const present = ({ tier }) => tiers()[tier].available;
  const named = (system, table, entry) =>
    table.filter(present).flatMap((kernel) =>
      formats.map((format) => ({
        system,
        name: `${system} ${kernel.form}, ${kernel.tier}, ${format.name}`,
        format,
        declares: kernel.declares(format),
        serves: () => true,
        ...entry(kernel, format),
      })),
    );
  const outOf = ({ tokens: { v, n, dv } }) => new v.constructor(n * dv);
  return [
    ...named('recurrence', kernels.recurrence, (kernel) => ({
      run: ({ x, h0 }) => [kernel.run(x, h0)],
      allowance: ({ x, h0 }, declares) => stateAllowance(x, h0, declares),
    })),
    ...named('recurrence', kernels.recurrence, (kernel, format) => ({
      name: `recurrence output, ${kernel.form}, ${kernel.tier}, ${format.name}`,
      declares: withOutput(kernel.declares(format)),
      run: ({ x, h0 }) => [outputs(format)(kernel.run(x, h0))],
      allowance: ({ x, h0 }, declares) => outputAllowance(x, h0, declares),
    })),
    ...named('recurrence', kernels.states, (kernel, format) => ({
      name: `recurrence states, ${kernel.form}, ${kernel.tier}, ${format.name}`,
      run: ({ x, h0 }) => {
        const out = new x.constructor(x.length);
        kernel.run(x, h0, out);
        return out;
      },
      allowance: ({ x, h0 }, declares) => statesAllowance(x, h0, declares),
    })),
    ...named('softmax', kernels.softmaxAttention, (kernel) => ({
      run: (input) => {
        const out = outOf(input);
        kernel.run(input.tokens, input.settings, out);
        return out;
      },
      allowance: ({ tokens, settings }, declares) => softmaxAllowance(tokens, settings, declares),
    })),
    ...named('linear', kernels.linearAttention, (kernel) => ({
      serves: ({ settings: { causal } }) => (causal ? kernel.serves.causal : kernel.serves.whole),
      run: (input) => {
        const out = outOf(input);
        kernel.run(input.tokens, input.settings, out);
        return out;
      },
      allowance: ({ tokens, settings }, declares) => linearAllowance(tokens, settings, declares),
    })),
  ];
}

/**
 * What a kernel returned beside what it may return.
 *
 * @returns the largest error over bound among the entries, how many of them are bounded, and `violation` with the entry that is certainly beyond it, or is not
 *   finite where that is excluded, or finite where something must have overflowed
 */
export function compare({ exact: { high, low, radius }, bound, fates }, values) {
  let worst = 0;
  let entries = 0;
  for (let place = 0; place < values.length; place++) {
    const value = values[place];
    if (fates[place] !== 'bounded') {
      if (fates[place] === 'overflows' && Number.isFinite(value)) return { worst, entries, violation: place };
      continue;
    }
    if (!Number.isFinite(value)) return { worst: Number.POSITIVE_INFINITY, entries, violation: place };
    entries++;
    const error = Math.abs(value - high[place] - low[place]);
    const share = error === 0 ? 0 : error / bound[place];
    if (share > 0.999 && isBeyond(value, high[place], low[place], radius[place], bound[place])) {
      return { worst: share, entries, violation: place };
    }
    if (share > worst) worst = share;
  }
  return { worst: Math.min(1, worst), entries };
}

/** Whether |value - (high + low)| > bound + radius, exactly. */
function isBeyond(value, high, low, radius, bound) {
  if (!Number.isFinite(radius)) return false;
  const error = dyadics.sub(dyadic(value), dyadics.add(dyadic(high), dyadic(low)));
  const size = { ...error, mantissa: error.mantissa < 0n ? -error.mantissa : error.mantissa };
  return dyadics.compare(size, dyadics.add(dyadic(bound), dyadic(radius))) === 'greater';
}
