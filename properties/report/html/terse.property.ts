import { expect, test } from 'vitest';
import { terse } from '#report/html/terse.ts';

test.each([
  ['<a href="#q1" class="x y">', '<a href=#q1 class="x y">'],
  ['<p title="">', '<p title="">'],
  ['<p title="a&gt;b">', '<p title="a>b">'],
  ['<tr><th scope="row">1</th><td>2</td></tr></tbody>', '<tr><th>1<td>2'],
  ['<ul><li>a</li><li>b</li></ul>', '<ul><li>a<li>b</ul>'],
  ['<p>a</p><div>b</div>', '<p>a<div>b</div>'],
  ['<p>a</p> text', '<p>a</p> text'],
  ['<div><p>a</p></div>', '<div><p>a</div>'],
  ['<p>a</p><code>b</code>', '<p>a</p><code>b</code>'],
  ['<use href="#m"></use>', '<use href=#m />'],
  ['1 &lt; 2 &gt; 1', '1 &lt; 2 > 1'],
])('%s becomes %s', (long, short) => {
  expect(terse(long)).toBe(short);
});
