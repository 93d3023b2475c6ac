import { expect, test } from 'vitest';
import { environment } from '#conformance/environment.ts';

test('passes on where programs are, and nothing of whoever grades', () => {
  const env = {
    PATH: '/bin',
    HOME: '/home/me',
    USER: 'me',
    LANG: 'de_DE',
    TOKEN: 'secret',
    NODE_OPTIONS: '-r x',
  };
  expect(environment(env)).toEqual({ PATH: '/bin', LANG: 'C.UTF-8' });
});

test('what is not set stays unset', () => {
  expect(environment({})).toEqual({ LANG: 'C.UTF-8' });
});
