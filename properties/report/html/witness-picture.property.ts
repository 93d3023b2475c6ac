import { expect, test } from 'vitest';
import { sharedPicture, witnessPicture } from '#report/html/witness-picture.ts';
import { exact, witness } from '../sample.ts';

const of = (...inputs: readonly [name: string, decimal: string][]): typeof witness => ({
  ...witness,
  inputs: inputs.map(([name, decimal]) => exact(name, decimal, '')),
});

test('a sequence is drawn as bars', () => {
  expect(witnessPicture(witness, 'other').text).toContain('x1 = 0, x2 = 1, h0 = 0');
});

test('a beta is drawn as what it is about', () => {
  const beta = of(['beta', '2']);
  expect(witnessPicture(beta, 'norms').text).toContain('β√2 = 2.828');
  expect(witnessPicture(beta, 'weights').text).toContain('The weights W at β = 2');
  expect(witnessPicture(beta, 'other').text).toContain('beta = 2');
});

test('the picture that many witnesses have is drawn once', () => {
  const { text } = witnessPicture(of(['beta', '1']), 'weights');
  expect(text).toContain('href="#weights"');
  expect(text).toContain(
    'By rows: 0.6652, 0.09003, 0.2447; 0.2119, 0.5761, 0.2119; 0.2447, 0.09003, 0.6652.',
  );
  expect(sharedPicture().text).toMatch(/^<symbol id="weights" .*>0\.665</);
});

test('costs are drawn as bars of one scale', () => {
  const sizes = of(['T', '4'], ['dk', '1']);
  const { text } = witnessPicture(
    { ...sizes, left: { term: 'T', lo: '10', hi: '10' }, right: { term: 'U', lo: '5', hi: '5' } },
    'other',
  );
  expect(text).toMatch(/class="side-left"[^>]*width="270"/);
  expect(text).toMatch(/class="side-right"[^>]*width="135"/);
  expect(text).toContain('T = 4, dk = 1');
});

test('vectors and matrices are drawn by rows', () => {
  const { text } = witnessPicture(
    of(['q1', '1'], ['q2', '2'], ['k1_1', '3'], ['k1_2', '4'], ['k2_1', '5'], ['k2_2', '6'], ['v1_1', '7']),
    'other',
  );
  const cells = [...text.matchAll(/class="cell" x="(\d+)" y="(\d+)"/g)].map(([, x, y]) => `${x},${y}`);
  expect(new Set(cells).size).toBe(7);
  expect(new Set(cells.map((cell) => cell.split(',')[1])).size).toBe(2);
});
