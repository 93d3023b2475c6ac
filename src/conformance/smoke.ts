import type { Call } from '#law/subject-call.ts';
import { Asker } from './asker.ts';
import { type FunctionName, functionNames } from './contract.ts';
import { failureWords } from './failure.ts';
import type { Host } from './host.ts';
import { judgedBy } from './judge-calls.ts';
import { runLine } from './protocol.ts';
import { writtenReply } from './written.ts';

/** What came of one tiny call, for who wires up an adapter. */
export interface SmokeResult {
  readonly fn: FunctionName;
  readonly outcome: 'passed' | 'failed' | 'skipped' | 'errored';
  /** The call as a request of the protocol. */
  readonly request: string;
  readonly expected: unknown;
  readonly got: unknown;
  /** What is wrong with which field of the reply, or that nothing is. */
  readonly says: string;
}

/** One tiny call of each function, whose result can be worked out by hand, all arguments of sizes of their own. */
const calls: Readonly<Record<FunctionName, { readonly call: Call; readonly expected: unknown }>> = {
  alternatingSum: { call: { fn: 'alternatingSum', x: [1, 5, 8, 3], h0: 3 }, expected: 2 },
  output: { call: { fn: 'output', x: [2, 2], h0: 0 }, expected: 0.5 },
  softmaxAttention: {
    call: {
      fn: 'softmaxAttention',
      q: [[0, 0]],
      k: [
        [1, 2],
        [3, 4],
      ],
      v: [
        [1, 2, 3],
        [3, 2, 5],
      ],
      options: {},
    },
    expected: [[2, 2, 4]],
  },
  linearAttention: {
    call: {
      fn: 'linearAttention',
      q: [[1, 2]],
      k: [
        [1, 0],
        [0, 1],
      ],
      v: [
        [1, 2, 3],
        [4, 5, 6],
      ],
      options: {},
    },
    expected: [[9, 12, 15]],
  },
};

/** Asks each function that a subject offers for one tiny result. */
export function smoke(host: Host): readonly SmokeResult[] {
  const asker = new Asker(host);
  return functionNames.map((fn) => smoked(fn, asker));
}

function smoked(fn: FunctionName, asker: Asker): SmokeResult {
  const { call, expected } = calls[fn];
  const named = { fn, request: runLine(1, call), expected };
  if (!asker.host.about.implements.includes(fn)) {
    return { ...named, outcome: 'skipped', got: 'nothing', says: `implements: does not name ${fn}` };
  }
  const found = judgedBy(asker.check(call));
  const got = writtenReply(asker.last);
  const odd = asker.observations().find(({ seen }) => seen === 'not plain');
  switch (found.outcome) {
    case 'failed':
      return { ...named, outcome: 'errored', got, says: failureWords(found.failure) };
    case 'outside':
      return { ...named, outcome: 'skipped', got, says: 'skipped: the subject does not serve it' };
    case 'broken': {
      const says = odd ? `${odd.at}: must be plain, got ${odd.got}` : fieldWords(fn, asker, found.why);
      return { ...named, outcome: 'failed', got, says };
    }
    case 'holds':
      if (odd !== undefined)
        return { ...named, outcome: 'failed', got, says: `${odd.at}: must be plain, got ${odd.got}` };
      return { ...named, outcome: 'passed', got, says: 'result: as it must be' };
  }
}

/** Which field of a reply is wrong. */
function fieldWords(fn: FunctionName, { last }: Asker, why: string): string {
  if (last?.outcome === 'threw') return `error: ${fn} must return a value here, got ${last.words}`;
  return `result: ${why}`;
}
