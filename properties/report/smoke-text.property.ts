import { expect, test } from 'vitest';
import { smokeText } from '#report/smoke-text.ts';

const line = {
  fn: 'output' as const,
  request: '{"cmd":"run"}',
  expected: 0.5,
  got: [[1, 'NaN']],
  says: 'result: a number',
};

test('what is right or skipped takes a line', () => {
  expect(smokeText({ ...line, outcome: 'passed' })).toBe('passed    output            result: a number\n');
  expect(smokeText({ ...line, outcome: 'skipped' })).toBe('skipped   output            result: a number\n');
});

test('what is wrong shows what was asked, expected and got', () => {
  expect(smokeText({ ...line, outcome: 'failed', says: 'result\u001b[2J: a number' })).toBe(
    'failed    output            result: a number\n' +
      '          request    {"cmd":"run"}\n' +
      '          expected   0.5\n' +
      '          got        ((1, NaN))\n',
  );
});
