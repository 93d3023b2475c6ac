import { expect, test } from 'vitest';
import { explain } from '#report/explain.ts';
import { decidedOf, obligations, proofOn, samples, undecided, verdicts, witness } from './sample.ts';

const repair = { says: 'for all even T: A = B', latex: '', verdict: verdicts.provedOnWords };

test('shows a refutation whole: place, statement, witness, sides, gap, repair, replay', () => {
  const refuted = decidedOf('q1-dropped-factor-1000', { verdict: 'refuted', witness });
  const text = explain({ ...refuted, repair: { ...repair, refersTo: { claim: 'q1-final' } } });
  expect(text).toBe(`q1-dropped-factor-1000: refuted
  write-up   question 1, step 6, line 19
  says       The <output> has no gain | of 1000.
  statement  for all T: A = B
  decided by reading "literal"
  witness    x = (0, 1), h0 = 0
             (binary64: x = (0x0p+0, 0x1p+0), h0 = 0x0p+0)
  said       left = right, at entry 1
  left       in [0.99, 1]
             = 1/(1 + exp(-1000*(x2 - x1 + h0)))
  right      in [0.73, 0.74]
             = 1/(1 + exp(-(x2 - x1 + h0)))
  gap        >= 0.26, enclosures disjoint at 50 digits: not a rounding artefact
  repair     for all even T: A = B
             (q1-final: proved, by induction)
  replay     npx counterclaim replay reports/witness/q1-dropped-factor-1000.json
`);
});

test('shows the evidence of every kind of verdict', () => {
  const texts = [...samples, undecided].map((decided) => explain(decided, 'elsewhere'));
  const held: readonly (readonly string[])[] = [
    ['nothing    to decide'],
    ['proof      by induction: base and step\n', '  rests on   (proof)', '               polynomial   T^2*d'],
    [
      '  extent     for every H_0\n  in floats',
      '  extent     by induction: base and step\n  contrary   by induction',
      '  rests on   (extent)\n               identity: base\n                 left         h0\n',
      '  in floats  binary16, shifted',
      '  also in    binary16: x = (0, 1), h0 = 0; gap >= 0.26\n             exact arithmetic: ',
      'replay elsewhere/witness/q1-refuted.json',
      '  readings   literal: refuted (x = (0, 1), h0 = 0)\n             <q,k> v: refuted',
      '             defined: definition\n',
    ],
    [
      'holds      ||x|| >= beta*',
      'inside     by',
      'outside    by',
      'threshold  W_11: between',
      'reading "limit": proved',
    ],
    ['holds      T >= 4', 'missing    X_{T-2} does not exist at T = 2'],
    ['contrary   by induction', '             (conditional)\n'],
    ['q2-refuted-by-nothing: refuted\n'],
    ['the design card, property 2\n', 'displayed  y_i = ', 'fault      i is bound twice\n             a | b'],
    ['tried      normal forms\n             200 cases\n'],
  ];
  held.forEach((parts, i) => {
    for (const part of parts) expect(texts[i]).toContain(part);
  });
});

test('shows what two proofs rest on once, after everything else', () => {
  const region = { condition: 'T even', inside: proofOn(obligations), outside: proofOn(obligations) };
  const text = explain(decidedOf('q1', { verdict: 'conditional', region }));
  expect(text.split('rests on')).toHaveLength(2);
  expect(text).toContain('  outside    by induction: base and step\n  rests on   (inside and outside)\n');
});

test('offers to replay only what has a witness, and lists readings only where there are several', () => {
  expect(explain(samples[1]!)).not.toMatch(/replay|readings/);
  expect(explain(samples[7]!)).not.toContain('replay');
});

test('tells which readings Coq has accepted, where that is on record', () => {
  const checked = { coq: '8.16.1', file: 'proof/q1_proved.v', readings: ['literal', 'charitable'] };
  expect(explain(samples[0]!, 'elsewhere', checked)).toContain(
    '\n  checked    by Coq 8.16.1, elsewhere/proof/q1_proved.v\n               literal\n               charitable\n',
  );
  expect(explain(samples[0]!)).not.toContain('Coq');
});
