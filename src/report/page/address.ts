import { formatFragment, parseFragment } from '#report/play/fragment.ts';

/** What was set on the page, and where; mirrored in the address. */
let fragment = parseFragment(location.hash);

const listeners: (() => void)[] = [];

/** A setting in the address. */
export function settingOf(name: string): string | undefined {
  return fragment.params.get(name);
}

/** The section or claim that the address names. */
export function anchor(): string {
  return fragment.anchor;
}

/** Writes settings into the address, without a step of history; those that are undefined are taken out. */
export function set(section: string, settings: Readonly<Record<string, string | undefined>>): void {
  const params = new Map(fragment.params);
  for (const [name, value] of Object.entries(settings)) {
    if (value === undefined) params.delete(name);
    else params.set(name, value);
  }
  fragment = { anchor: section, params };
  history.replaceState(null, '', formatFragment(fragment));
}

/** Calls back when a reader follows a link or changes the address. */
export function onChange(listener: () => void): void {
  listeners.push(listener);
}

addEventListener('hashchange', () => {
  const next = parseFragment(location.hash);
  // A plain link to a place keeps what was set.
  fragment = next.params.size === 0 ? { ...fragment, anchor: next.anchor } : next;
  for (const listener of listeners) listener();
});
