import type { Given } from './settings.ts';

/** A claim in the list, by what it can be found. */
export interface Row {
  readonly question: string;
  readonly verdict: string;
  readonly kind: string;
  readonly text: string;
}

/** What is asked of a claim to stay in the list; empty is anything. */
export type Filter = Readonly<Record<'question' | 'verdict' | 'kind', string>> & {
  readonly words: readonly string[];
};

/** Reads a filter from the fields of its form. */
export function filterOf(given: Given): Filter {
  const {
    question = '',
    verdict = '',
    kind = '',
    search = '',
  } = Object.fromEntries(['question', 'verdict', 'kind', 'search'].map((name) => [name, given(name)]));
  return {
    question,
    verdict,
    kind,
    words: search
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== ''),
  };
}

/** Whether a claim stays: every choice fits, and every word is in its text. */
export function isShown(row: Row, { question, verdict, kind, words }: Filter): boolean {
  const text = row.text.toLowerCase();
  return (
    (question === '' || row.question === question) &&
    (verdict === '' || row.verdict === verdict) &&
    (kind === '' || row.kind === kind) &&
    words.every((word) => text.includes(word))
  );
}
