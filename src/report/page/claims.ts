import { filterOf, isShown, type Row } from '#report/play/filter.ts';
import { anchor } from './address.ts';
import { linkedForm, one } from './form.ts';

/** The list of claims: filters, and the claim that the address names, open and in sight. */
export function readClaims(): () => void {
  const section = one(document, '#claims');
  const rows = [...section.querySelectorAll<HTMLDetailsElement>('.claim')].map((element) => ({
    element,
    row: rowOf(element),
  }));
  const none = one(section, '.none');
  const narrow = (): void => {
    const filter = filterOf(linked.given);
    let count = 0;
    for (const { element, row } of rows) {
      element.hidden = !isShown(row, filter);
      if (!element.hidden) count++;
    }
    for (const group of section.querySelectorAll<HTMLElement>('.question')) {
      group.hidden = group.querySelector('.claim:not([hidden])') === null;
    }
    none.hidden = count > 0;
    one(section, 'output').textContent = `${count} of ${rows.length}`;
  };
  const linked = linkedForm(section, ['question', 'verdict', 'kind', 'search'], narrow);
  one(section, '[data-clear]').addEventListener('click', () => {
    for (const name of ['question', 'verdict', 'kind', 'search']) linked.field(name).value = '';
    linked.form.dispatchEvent(new Event('input'));
  });
  return () => {
    linked.read();
    narrow();
    const named = rows.find(({ element }) => element.id === anchor());
    if (named === undefined) return;
    named.element.hidden = false;
    one(named.element.parentElement!, 'h3').parentElement!.hidden = false;
    named.element.open = true;
    named.element.scrollIntoView();
  };
}

function rowOf(element: HTMLDetailsElement): Row {
  return {
    question: element.closest<HTMLElement>('.question')?.dataset.question ?? '',
    verdict: one(element, 'summary em').textContent,
    kind: element.dataset.kind ?? '',
    text: `${element.id} ${element.textContent}`,
  };
}

/** Everything that is folded away is printed. */
export function openInPrint(): void {
  let closed: HTMLDetailsElement[] = [];
  addEventListener('beforeprint', () => {
    for (const details of document.querySelectorAll('details')) {
      if (!details.open) closed.push(details);
      details.open = true;
    }
  });
  addEventListener('afterprint', () => {
    for (const details of closed) details.open = false;
    closed = [];
  });
}

/** A button beside each text that is worth copying. */
export function addCopyButtons(): void {
  for (const code of document.querySelectorAll<HTMLElement>('code[data-copy]')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = `Copy ${code.dataset.copy ?? ''}`;
    button.addEventListener('click', () => {
      void copied(code).then((done) => {
        button.textContent = done ? 'Copied' : 'Selected';
        setTimeout(() => {
          button.textContent = `Copy ${code.dataset.copy ?? ''}`;
        }, 1500);
      });
    });
    code.after(button);
  }
}

/** Copies, or where the browser does not allow it selects the text for the reader to copy. */
async function copied(code: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(code.textContent);
    return true;
  } catch {
    getSelection()?.selectAllChildren(code);
    return false;
  }
}
