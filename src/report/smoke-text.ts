import { printable } from '#conformance/printable.ts';
import type { SmokeResult } from '#conformance/smoke.ts';
import { valueText } from './call-text.ts';

/** Letters of a request that are shown. */
const longestShown = 1000;

/** A tiny call in one line; what was asked, expected and got below it where it is not right. */
export function smokeText({ fn, outcome, request, expected, got, says }: SmokeResult): string {
  const below =
    outcome === 'passed' || outcome === 'skipped'
      ? []
      : [
          `request    ${printable(request, longestShown)}`,
          `expected   ${valueText(expected)}`,
          `got        ${valueText(got)}`,
        ];
  const head = `${outcome.padEnd(8)}  ${fn.padEnd(16)}  ${printable(says, longestShown)}`;
  return [head, ...below.map((line) => ' '.repeat(10) + line)].map((line) => `${line}\n`).join('');
}
