import { expect, test } from 'vitest';
import { version } from '#command/version.ts';
import manifest from '../../package.json' with { type: 'json' };

test('is that of the package', () => {
  expect(version).toBe(manifest.version);
});
