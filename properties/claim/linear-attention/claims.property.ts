import { expect, test } from 'vitest';
import { linearAttentionClaims } from '#claim/linear-attention/claims.ts';

test('the claims of question 3 come in document order, each once', () => {
  const lines = linearAttentionClaims.map(({ source }) => source.lines[0]!);
  expect(linearAttentionClaims).toHaveLength(20);
  expect(new Set(linearAttentionClaims.map(({ id }) => id)).size).toBe(20);
  expect(
    linearAttentionClaims.every(({ id, source }) => id.startsWith('q3-') && source.question === 'Q3'),
  ).toBe(true);
  // The last three are about several lines at once and stand at the end.
  expect(lines.slice(0, -3)).toEqual(lines.slice(0, -3).sort((a, b) => a - b));
});

test('every reading says something, formally and in a name of its own', () => {
  for (const { id, readings } of linearAttentionClaims) {
    expect(readings.length, id).toBeGreaterThan(0);
    expect(new Set(readings.map(({ name }) => name)).size, id).toBe(readings.length);
    for (const { says, latex } of readings) {
      expect(says.length, id).toBeGreaterThan(10);
      expect(latex.split('{').length, latex).toBe(latex.split('}').length);
    }
  }
});

test('every repair that names a reading names one that exists', () => {
  const named = linearAttentionClaims.flatMap(({ id, repair }) => {
    if (repair === undefined || 'statement' in repair) return [];
    return [['claim' in repair ? repair.claim : id, repair.reading] as const];
  });
  expect(named.length).toBeGreaterThan(3);
  for (const [id, reading] of named) {
    const claim = linearAttentionClaims.find((one) => one.id === id);
    expect(claim?.readings.map(({ name }) => name)).toContain(reading);
  }
});
