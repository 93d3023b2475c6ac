import type { PageData } from '#report/html/page-data.ts';
import { onChange } from './address.ts';
import { addCopyButtons, openInPrint, readClaims } from './claims.ts';
import { makeScrollable, one } from './form.ts';
import { playAttention, playLinear, playRecurrence } from './play.ts';
import { playSearch } from './search.ts';

const data = JSON.parse(one(document, '#data').textContent) as PageData;

addCopyButtons();
openInPrint();
const readers = [playRecurrence(), playAttention(data), playLinear(), playSearch(), readClaims()];
const readAddress = (): void => {
  for (const read of readers) read();
};
onChange(readAddress);
readAddress();

// What a mark stands for, on hover as well.
for (const tile of document.querySelectorAll<HTMLElement>('.tile')) tile.title = tile.ariaLabel ?? '';
makeScrollable(document);
// A hint goes away when it is dismissed.
addEventListener('keydown', ({ key }) => {
  if (key === 'Escape' && document.activeElement instanceof HTMLElement) document.activeElement.blur();
});
