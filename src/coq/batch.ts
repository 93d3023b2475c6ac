import { question } from './file.ts';
import type { CoqFile } from './supports.ts';

/** Weight of a batch at which its files are read by one process more: about half of all there is to do. */
const heaviest = 500_000;
/** What a number enclosed by Interval weighs; all else weighs as many as it has characters. */
const interval = 2000;

/**
 * Files in batches, each to be read by one process, the heaviest first.
 *
 * Coq takes seconds to load its libraries and to answer what a theorem rests on, more than most files take to be checked.
 * Files are in one batch only if they require the same, so that each is read as it would be alone.
 */
export function inBatches(files: readonly CoqFile[]): readonly (readonly CoqFile[])[] {
  const requires = files.map(({ text }) => String(text.match(/^From .*$/gm)));
  const groups = [...new Set(requires)].map((same) => files.filter((_, i) => requires[i] === same));
  return groups.flatMap(divided).sort((a, b) => weightOf(b) - weightOf(a));
}

/** The files of a batch as one text: each in a module of its own, and at the end the question of all of them at once. */
export function batchText(files: readonly CoqFile[]): string {
  const modules = files.map(({ name, text }, i) => {
    const module = moduleOf(name);
    return `Module ${module}.\n${text.slice(0, -question.length)}End ${module}.\nGoal True. idtac "${readMark(i).trim()}". Abort.\n`;
  });
  const all = files.map(({ name }) => `${moduleOf(name)}.checked`);
  return `${modules.join('\n')}\nDefinition checked := (${all.join(', ')}).\n${question}`;
}

/** What Coq prints once it has read the file of a batch with this index: how far it is, and no more than that. */
export function readMark(index: number): string {
  return `read ${index}\n`;
}

/** A group in as many batches as its weight asks for, each file in the one that is the lightest so far. */
function divided(files: readonly CoqFile[]): readonly (readonly CoqFile[])[] {
  const batches: CoqFile[][] = Array.from({ length: Math.ceil(weightOf(files) / heaviest) }, () => []);
  const heaviestFirst = files.toSorted((a, b) => weightOf([b]) - weightOf([a]));
  for (const file of heaviestFirst) {
    const lightest = batches.reduce((least, batch) => (weightOf(batch) < weightOf(least) ? batch : least));
    lightest.push(file);
  }
  return batches.filter(({ length }) => length > 0);
}

function weightOf(files: readonly CoqFile[]): number {
  const weights = files.map(({ text }) => text.length + interval * (text.split('interval with').length - 1));
  return weights.reduce((sum, weight) => sum + weight, 0);
}

function moduleOf(name: string): string {
  return name.replace(/\.v$/, '');
}
