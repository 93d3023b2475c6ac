import type { Decided } from '#judge/decided.ts';
import { verdictWords } from '#judge/verdict.ts';
import { questionName } from '#report/place.ts';
import { type Html, html } from './html.ts';

/** Choices by which the list of claims is narrowed. */
export function filterForm(decided: readonly Decided[]): Html {
  const questions = [...new Set(decided.map(({ claim }) => claim.source.question))];
  const words = new Set<string>(decided.map(({ verdict }) => verdict.verdict));
  const kinds = [...new Set(decided.map(({ claim }) => claim.kind))].sort();
  return html`<form class="controls" id="filter" hidden>${choice(
    'question',
    'Question',
    questions.map((name) => [name, questionName(name)]),
  )}${choice(
    'verdict',
    'Verdict',
    verdictWords.filter((word) => words.has(word)).map((word) => [word, word]),
  )}${choice(
    'kind',
    'Kind',
    kinds.map((kind) => [kind, kind]),
  )}<label class="grow">Search<input type="search" name="search" autocomplete="off" spellcheck="false" placeholder="softmax, 1000, T even"></label><output name="count" class="count"></output></form>`;
}

function choice(
  name: string,
  label: string,
  options: readonly (readonly [value: string, shown: string])[],
): Html {
  return html`<label>${label}<select name="${name}"><option value="">all</option>${options.map(([value, shown]) => html`<option value="${value}">${shown}</option>`)}</select></label>`;
}
