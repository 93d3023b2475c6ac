import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binary32, binary64 } from '#arithmetic/float-format.ts';
import type { Case } from '#domain/case.ts';
import { twoPass } from '#kernel/softmax-attention/two-pass.ts';
import { checkCall } from '#law/check-call.ts';
import { checkSubject, mannerOf } from '#law/check-subject.ts';
import { softmaxSubject } from '#law/kernel-subject.ts';
import type { Part } from '#law/law.ts';
import { laws } from '#law/laws.ts';
import { oracleLaws } from '#law/oracle-laws.ts';
import type { Subject } from '#law/subject.ts';
import { questions } from './exam.ts';
import { kernelSubjects } from './kernels.ts';

/** Random cases of each grain for a part. */
const runs = Number(process.env.COUNTERCLAIM_RUNS ?? 1);
/** On the gate each kernel is asked every so many relations and systematic calls, and all that it keeps as computed. */
const PARTS = process.env.COUNTERCLAIM_RUNS === undefined ? 8 : 1;
const STRIDE = process.env.COUNTERCLAIM_RUNS === undefined ? 29 : 1;

const kernels = [binary64, binary32].flatMap(kernelSubjects);
const known = new Map<Part, readonly Case[]>();

function casesOf(part: Part): readonly Case[] {
  const small = [...part.domain.graded({ cases: 60 })];
  const random = fc.sample(part.domain.arbitrary('double'), { numRuns: runs });
  const cases = [small.at(-1), ...random].filter((c) => c !== undefined && part.domain.includes(c)) as Case[];
  known.set(part, cases);
  return cases;
}

/** The laws that speak of a function that the subject has. */
function concerns({ functions }: Subject, system: string): boolean {
  const of: Readonly<Record<string, boolean>> = {
    rnn: 'alternatingSum' in functions,
    'softmax-attention': 'softmaxAttention' in functions,
    'linear-attention': 'linearAttention' in functions,
  };
  return of[system] ?? true;
}

const each = kernels.map((kernel, i) => ({ name: kernel.name, kernel, turn: i }));

test.each(each)('$name: keeps every law that it can be asked', ({ kernel, turn }) => {
  for (const [l, law] of laws.filter(({ system }) => concerns(kernel, system)).entries()) {
    for (const part of law.parts) {
      const manner = mannerOf(law, part, kernel);
      if (manner === 'not asked' || (manner === 'within bound' && (l + turn) % PARTS !== 0)) continue;
      for (const c of known.get(part) ?? casesOf(part)) {
        const found = checkSubject(law, part, kernel, c);
        if (found.outcome === 'broken') expect({ law: law.id, c, ...found.evidence }).toEqual({});
      }
    }
  }
});

test.each(each)('$name: stays within the bound that it declares', ({ kernel, turn }) => {
  let decided = 0;
  for (const law of oracleLaws.filter(({ fn }) => kernel.functions[fn] !== undefined)) {
    for (const [i, { call }] of questions(law, kernel.format).entries()) {
      if (i % STRIDE !== turn % STRIDE) continue;
      const found = checkCall(kernel, call);
      if (found.outcome === 'broken') expect({ law: law.id, ...found.evidence }).toEqual({});
      if (found.outcome === 'holds') decided++;
    }
  }
  expect(decided).toBeGreaterThan(3);
});

test('a kernel that does not serve a call is not asked', () => {
  const [reassociated] = kernels.filter(({ name }) => name.includes('reassociated'));
  const rows = [[1]];
  const call = { fn: 'linearAttention', q: rows, k: rows, v: rows } as const;
  expect(checkCall(reassociated!, { ...call, options: { causal: true } })).toEqual({ outcome: 'outside' });
  expect(checkCall(reassociated!, { ...call, options: {} })).toEqual({ outcome: 'holds', share: 0 });
  const [chunkwise] = kernels.filter(({ name }) => name.includes('chunkwise'));
  expect(checkCall(chunkwise!, { ...call, options: {} })).toEqual({ outcome: 'outside' });
});

test('a kernel by vectors is said to keep no more than the contract asks, one in plain code more', () => {
  const inPlainCode = kernels.filter(({ name }) => name.includes('plain'));
  expect(inPlainCode.length).toBeGreaterThan(20);
  expect(inPlainCode.every(({ keeps }) => keeps!.size > 0)).toBe(true);
  const byVectors = softmaxSubject({ ...twoPass, tier: 'simd' }, binary64);
  expect(byVectors.keeps).toEqual(new Set());
  expect(byVectors.name).toBe('softmax attention, two-pass, simd, binary64');
});
