import { expect, test } from 'vitest';
import type { Tried } from '#report/play/break.ts';
import { afterEvents, breakFinding, breakView, nothingTried } from '#report/play/break-view.ts';
import { witness } from '../sample.ts';

const tried = (left: number, right: number, truth: Tried['truth']): Tried => ({
  inputs: `x = ${left}`,
  left,
  right,
  truth,
});
const found = {
  kind: 'witness',
  witness: { ...witness, left: { ...witness.left, lo: '0.999999999999999999' } },
  inputs: 'x = 1',
} as const;

test('each case is a dot, or a cross where it fails; what is no number is left out', () => {
  const state = afterEvents(nothingTried, [
    { kind: 'tried', tried: tried(1, 1, 'holds') },
    { kind: 'tried', tried: tried(0, 2, 'fails') },
    { kind: 'tried', tried: tried(3, 3, 'open') },
    { kind: 'tried', tried: tried(Number.NaN, 1, 'fails') },
  ]);
  const { text } = breakView(state);
  expect(/class="dot-holds" d="([^"]*)"/.exec(text)![1]!.split('M')).toHaveLength(3);
  expect(/class="dot-fails" d="([^"]*)"/.exec(text)![1]!.match(/M/g)).toHaveLength(1);
  expect(breakFinding(state)).toBe('4 cases tried, 2 counterexamples ...');
});

test('cases with equal sides lie on the diagonal', () => {
  const state = afterEvents(nothingTried, [
    { kind: 'tried', tried: tried(-5, -5, 'holds') },
    { kind: 'tried', tried: tried(5, 5, 'holds') },
  ]);
  for (const [, x, y] of breakView(state).text.matchAll(/M([\d.]+) ([\d.]+)a2\.5/g)) {
    expect(Number(x) + 2.5 + Number(y)).toBeCloseTo(340, 0);
  }
});

test('the way to the witness is told, its middle left out when it is long', () => {
  const steps = (count: number) =>
    Array.from({ length: count }, (_, i) => ({ kind: 'simpler', tried: tried(i, 0, 'fails') }) as const);
  const short = afterEvents(nothingTried, [{ kind: 'tried', tried: tried(1, 0, 'fails') }, ...steps(3)]);
  expect(breakFinding(short)).toContain('3 simpler ones on the way');
  expect(breakView(short).text).not.toContain('more</li>');
  const long = afterEvents(
    afterEvents(nothingTried, [{ kind: 'tried', tried: tried(1, 0, 'fails') }, ...steps(20)]),
    [found],
  );
  expect(breakView(long).text).toContain('12 more</li>');
  expect(breakView(long).text).toContain('[0.99999999999…, 1]');
  expect(breakFinding(long)).toBe('1 cases tried, 1 counterexamples. The smallest: x = 1.');
});

test('nothing found is said to prove nothing', () => {
  const state = afterEvents(afterEvents(nothingTried, [{ kind: 'tried', tried: tried(1, 1, 'holds') }]), [
    { kind: 'none', cases: 1 },
  ]);
  expect(breakFinding(state)).toContain('which proves nothing');
  expect(breakView(state).text).toContain('A counterexample, once found');
  expect(afterEvents(state, []).ending).toEqual({ kind: 'none', cases: 1 });
  expect(breakFinding(nothingTried)).toContain('Choose a reading');
});

test('cases are listed, those that fail first, and not too many', () => {
  const events = [tried(1, 1, 'holds'), tried(0, 2, 'fails'), tried(3, 3, 'open')].map(
    (one) => ({ kind: 'tried', tried: one }) as const,
  );
  const { text } = breakView(afterEvents(nothingTried, events));
  expect(
    [...text.matchAll(/<th scope="row">([^<]*)<\/th>.*?<td>([a-z ]+)<\/td><\/tr>/g)].map(([, inputs, it]) => [
      inputs,
      it,
    ]),
  ).toEqual([
    ['x = 0', 'fails'],
    ['x = 1', 'holds'],
    ['x = 3', 'is open'],
  ]);
  const many = afterEvents(nothingTried, Array(61).fill(events[0]) as typeof events);
  expect(breakView(many).text).toContain('those that fail first, the first 60 of 61</summary>');
  expect(breakView(many).text.match(/<th scope="row">/g)).toHaveLength(60);
  expect(breakView(nothingTried).text).not.toContain('<table');
});
