/** Where a reader is on the page, and what was set there. */
export interface Fragment {
  /** Id of a section or of a claim; empty for the page itself. */
  readonly anchor: string;
  readonly params: ReadonlyMap<string, string>;
}

/** Reads `#attention&beta=2&tokens=orthogonal`; what cannot be decoded is taken as it stands. */
export function parseFragment(text: string): Fragment {
  const parts = text.replace(/^#/, '').split('&');
  const params = new Map<string, string>();
  for (const part of parts) {
    const at = part.indexOf('=');
    if (at > 0) params.set(decoded(part.slice(0, at)), decoded(part.slice(at + 1)));
  }
  const [first = ''] = parts;
  return { anchor: first.includes('=') ? '' : decoded(first), params };
}

/** Writes a fragment, its settings in the order of their names; the same text for the same settings. */
export function formatFragment({ anchor, params }: Fragment): string {
  const settings = [...params]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`);
  return `#${[encoded(anchor), ...settings].join('&')}`;
}

/** Kept as they are: what a person writes in a list of numbers or in an id. */
function encoded(text: string): string {
  return encodeURIComponent(text).replace(/%2C/g, ',').replace(/%20/g, '+');
}

function decoded(text: string): string {
  const spaced = text.replace(/\+/g, ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}
