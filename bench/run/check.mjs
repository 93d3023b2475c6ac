import { binary32, binary64 } from '../../dist/arithmetic/float-format.js';
import { linearAllowance } from '../../dist/bound/linear-attention.js';
import { loosest } from '../../dist/bound/loosest.js';
import { stateAllowance } from '../../dist/bound/rnn.js';
import { softmaxAllowance } from '../../dist/bound/softmax-attention.js';
import { numbers } from '../peer/serve.mjs';

/** Products of which a row is checked whole; of a longer one the first column is. */
const WHOLE = 2 ** 22;

/**
 * The largest error among the rows that were asked for, as a share of the bound that every correct implementation keeps,
 * whoever wrote it.
 */
export function shareOfBound(work, values) {
  const format = work.format === 'binary64' ? binary64 : binary32;
  const declares = loosest(format);
  const load = (name) => numbers(work.files[name], work.format);
  if ('T' in work) {
    const x = load('x');
    const ends = work.kind === 'states' ? work.checkedRows.map((row) => row + 1) : [work.T];
    return Math.max(
      ...ends.map((end, i) => share(stateAllowance(x.subarray(0, end), 0, declares), values[i])),
    );
  }
  const { kind, m, dk, dv } = work;
  const [q, k, v] = ['q', 'k', 'v'].map(load);
  return Math.max(
    ...work.checkedRows.map((row, i) => {
      const seen = kind === 'causal linear' ? Math.min(m, row + 1) : m;
      const columns = seen * dk * dv > WHOLE && kind !== 'attention' ? 1 : dv;
      const tokens = {
        ...{ n: 1, m: seen, dk, dv: columns },
        q: q.subarray(row * dk, (row + 1) * dk),
        k: k.subarray(0, seen * dk),
        v: columns === dv ? v.subarray(0, seen * dv) : v.filter((_, at) => at % dv === 0 && at < seen * dv),
      };
      const allowance =
        kind === 'attention'
          ? softmaxAllowance(tokens, { scale: 1, causal: false }, declares)
          : linearAllowance(
              tokens,
              { causal: false, normalize: false, featureMap: 'identity', chunk: 1 },
              declares,
            );
      return share(allowance, values[i].slice(0, columns));
    }),
  );
}

/** The largest error over bound; infinite where a value is no number, or where nothing is bounded. */
function share({ exact: { high, low }, bound, fates }, values) {
  const shares = values.map((value, place) => {
    if (fates[place] !== 'bounded' || !Number.isFinite(value)) return Number.POSITIVE_INFINITY;
    const error = Math.abs(value - high[place] - low[place]);
    return error === 0 ? 0 : error / bound[place];
  });
  return Math.max(...shares);
}
