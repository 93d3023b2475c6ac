import { set, settingOf } from './address.ts';

type Field = HTMLInputElement | HTMLSelectElement;

/** The element that a selector finds; the page was written with it. */
export function one<E extends Element = HTMLElement>(within: ParentNode, selector: string): E {
  const found = within.querySelector<E>(selector);
  if (found === null) throw new Error(`page: there must be one ${selector}`);
  return found;
}

/** A form whose fields stand in the address under their names. */
export interface LinkedForm {
  readonly form: HTMLFormElement;
  readonly given: (name: string) => string | undefined;
  readonly field: (name: string) => Field;
  /** Takes what the address says, and tells whether that is anything new. */
  readonly read: () => boolean;
}

/**
 * Links the fields of a form to the address; `changed` is called when the reader changed one.
 *
 * @param names the fields that are mirrored; those at their first value are left out of the address
 */
export function linkedForm(section: HTMLElement, names: readonly string[], changed: () => void): LinkedForm {
  const form = one<HTMLFormElement>(section, 'form');
  const field = (name: string): Field => one<Field>(form, `[name="${name}"]`);
  const first = new Map(names.map((name) => [name, field(name).value]));
  const given = (name: string): string => field(name).value;
  const values = (): string => JSON.stringify(names.map(given));
  // What is written on the page was made of the first values.
  let seen = values();
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
  });
  form.addEventListener('input', () => {
    seen = values();
    changed();
    set(
      section.id,
      Object.fromEntries(
        names.map((name) => [name, given(name) === first.get(name) ? undefined : given(name)]),
      ),
    );
  });
  const read = (): boolean => {
    const before = seen;
    for (const name of names) field(name).value = settingOf(name) ?? first.get(name)!;
    seen = values();
    return seen !== before;
  };
  return { form, given, field, read };
}

/** Whatever scrolls can be scrolled by keyboard; formulas are for the eye, and their words follow. */
export function makeScrollable(within: ParentNode): void {
  for (const box of within.querySelectorAll<HTMLElement>('.scroll, pre')) box.tabIndex = 0;
}

/** Shows HTML that our own views made; tables that were open stay open. */
export function show(target: HTMLElement, markup: string): void {
  const open = [...target.querySelectorAll('details')].map((details) => details.open);
  target.innerHTML = markup;
  makeScrollable(target);
  for (const [i, details] of target.querySelectorAll('details').entries()) details.open = open[i] ?? false;
}
