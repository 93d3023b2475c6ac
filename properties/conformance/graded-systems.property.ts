import { expect, test } from 'vitest';
import { functionNames } from '#conformance/contract.ts';
import { ownSystems, systemFunctions } from '#conformance/graded-systems.ts';

test('every function is of one system, and all of what is between them', () => {
  expect(ownSystems.flatMap((system) => systemFunctions[system])).toEqual(functionNames);
  expect(systemFunctions.between).toEqual(functionNames);
});
