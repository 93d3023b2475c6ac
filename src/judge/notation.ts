import type { Notation } from '#claim/notation.ts';
import { expressionText, freeIndices, kindText, readExpression } from './expression-kind.ts';
import type { Verdict } from './verdict.ts';

type Formula = Extract<Notation, { readonly by: unknown }>;
type Indexing = Extract<Notation, { readonly members: unknown }>;

/** Decides whether a displayed line can be read at all: every fault is named, and none means that each symbol denotes. */
export function decideNotation(notation: Notation): Verdict {
  const { displayed } = notation;
  const faults = [...bracketFaults(displayed), ...faultsOf(notation)];
  if (faults.length > 0) return { verdict: 'ill-posed', fault: { displayed, faults: [...new Set(faults)] } };
  return {
    verdict: 'proved',
    proof: { method: 'construction', argument: argue(notation), obligations: [] },
  };
}

function faultsOf(notation: Notation): readonly string[] {
  if ('by' in notation) return formulaFaults(notation);
  if ('members' in notation) return indexFaults(notation);
  return [];
}

const closingOf: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Brackets that are never closed or never opened, each with its place from 1, and the counts of each pair. */
function bracketFaults(displayed: string): string[] {
  const open: { readonly bracket: string; readonly place: number }[] = [];
  const faults: string[] = [];
  for (const [i, character] of Array.from(displayed).entries()) {
    if (character in closingOf) open.push({ bracket: character, place: i + 1 });
    if (!Object.values(closingOf).includes(character)) continue;
    if (closingOf[open.at(-1)?.bracket ?? ''] === character) open.pop();
    else faults.push(`${character} at character ${i + 1} closes nothing`);
  }
  faults.push(...open.map(({ bracket, place }) => `${bracket} at character ${place} is never closed`));
  if (faults.length === 0) return faults;
  return [...faults, ...countFaults(displayed)];
}

function countFaults(displayed: string): string[] {
  const count = (bracket: string): number => displayed.split(bracket).length - 1;
  return Object.entries(closingOf)
    .filter(([opening, closing]) => count(opening) !== count(closing))
    .map(([opening, closing]) => `${count(opening)} ${opening} against ${count(closing)} ${closing}`);
}

function formulaFaults({ defines, by }: Formula): string[] {
  const free = freeIndices(defines);
  const left = readExpression(defines, { free, bound: [] });
  const right = readExpression(by, { free, bound: [] });
  const faults = [...left.faults, ...right.faults];
  if (left.kind === undefined || right.kind === undefined) return faults;
  const [defined, given] = [kindText(left.kind), kindText(right.kind)];
  return defined === given
    ? faults
    : [...faults, `${expressionText(defines)} is ${defined}, but the right side is ${given}`];
}

function indexFaults({ indices, members: { symbol, from, to } }: Indexing): string[] {
  const among = `the members are ${symbol}_${from} ... ${symbol}_${to}`;
  const above = indices.to === 'infinity' || indices.to > to;
  const least = Math.max(to + 1, indices.from);
  return [
    ...(indices.from < from ? [`index ${indices.from} names no ${symbol}: ${among}`] : []),
    ...(above ? [`index ${least} and all above it up to ${indices.to} name no ${symbol}: ${among}`] : []),
  ];
}

function argue(notation: Notation): string {
  if ('by' in notation) {
    return (
      `${expressionText(notation.defines)} = ${expressionText(notation.by)}: every index is free on the left side ` +
      'or bound by one sum, every operation is defined for what its operands denote, and both sides denote the same kind.'
    );
  }
  if ('members' in notation) {
    const { indices, members } = notation;
    const range = `${indices.from} ... ${indices.to}`;
    return `Every index ${range} names one of ${members.symbol}_${members.from} ... ${members.symbol}_${members.to}.`;
  }
  return 'Every bracket that is opened is closed, in order.';
}
