import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluateLine } from '#evaluation/evaluate-line.ts';

const answer = (line: string, digits = 20): unknown => JSON.parse(evaluateLine(line, 3, digits));

test('a request is answered with its id and decimals as strings', () => {
  expect(answer('{"id":7,"fn":"alternatingSum","args":{"x":[1,2.5],"h0":"-0"}}')).toEqual({
    id: 7,
    result: '1.5',
  });
  const softmax =
    '{"id":"a","fn":"softmaxAttention","args":{"q":[[1,0]],"k":[[1,0],["-0",2]],"v":[[3],[4]]}}';
  expect(answer(softmax)).toEqual({ id: 'a', result: [['3.2689414213699951207']] });
});

test('a fault is answered with the line, the place and the id where there is one', () => {
  expect(answer('{"id":7,"fn":"output","args":{"x":[1],"h0":"NaN"}}')).toEqual({
    id: 7,
    error: 'line 3: args.h0: must be a finite number, got NaN',
  });
  expect(answer('{"fn":"output"}')).toEqual({
    id: null,
    error: 'line 3: id: must be a number or a string, got nothing',
  });
  expect(answer('17')).toEqual({ id: null, error: 'line 3: must be one JSON object, got 17' });
  expect(answer('{"id":1,"fn":"output","args":{"x":[1],"h0":0}}', 1001)).toEqual({
    id: 1,
    error: 'line 3: digits: must be an integer from 1 to 1000, got 1001',
  });
});

test('any text at all is answered on one line', () => {
  const request = fc.record({
    id: fc.nat(),
    fn: fc.constantFrom('output', 'linearAttention'),
    args: fc.jsonValue(),
  });
  const lines = fc.oneof(
    fc.string(),
    fc.json(),
    request.map((r) => JSON.stringify(r)),
  );
  fc.assert(
    fc.property(lines, (line) => {
      const text = evaluateLine(line, 3, 5);
      expect(text).not.toContain('\n');
      expect(JSON.parse(text)).toHaveProperty('id');
    }),
  );
});
