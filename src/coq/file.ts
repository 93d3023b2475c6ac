import type { CertifiedClaim, CertifiedReading } from './certify.ts';
import { importsFor } from './supports.ts';
import type { Theorem } from './theorem.ts';

/** The widest line. */
const COLUMNS = 110;

/** What Coq is asked at the end of each file: what all its theorems rest on. */
export const question = 'Print Assumptions checked.\n';

/** The file of Coq of a claim, undefined when nothing of it can be stated. */
export function claimFile({ decided, readings }: CertifiedClaim, place: string): string | undefined {
  const names = readings.flatMap(({ module, certified }) =>
    'theorems' in certified
      ? certified.theorems.map(({ part, name }) => [module, part, name].filter(Boolean).join('.'))
      : [],
  );
  if (names.length === 0) return undefined;
  const { claim, verdict } = decided;
  const title = comment(`* ${claim.id}: ${verdict.verdict}`, claim.says, `Write-up: ${place}.`);
  const body = readings.map(readingText).join('\n');
  return [title, importsFor(body), body, assumptions(names)].join('\n');
}

/** The name of the file of a claim, without its ending: Coq takes no hyphen. */
export function identifier(id: string): string {
  return id.replaceAll(/\W/g, '_');
}

/**
 * Theorems one after another, those of a part in a module of its own, each with those of its definitions that no theorem
 * before it has in the same module.
 */
export function inParts(theorems: readonly Theorem[], textOf: (theorem: Theorem) => string): string {
  const parts = [...new Set(theorems.map(({ part }) => part))];
  return parts
    .map((part) => {
      const known = new Set<string>();
      const texts = theorems
        .filter((theorem) => theorem.part === part)
        .map((theorem) => {
          const definitions = theorem.definitions.filter((definition) => !known.has(definition));
          for (const definition of definitions) known.add(definition);
          return textOf({ ...theorem, definitions });
        });
      return part === undefined ? texts.join('\n') : inModule(part, texts.join('\n'));
    })
    .join('\n');
}

/** Sentences in a module. */
export function inModule(name: string, text: string): string {
  return `Module ${name}.\n\n${text}\nEnd ${name}.\n`;
}

/** Lines broken at blanks where they are too wide; what continues one is indented by two more. */
export function broken(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      const indent = ' '.repeat(line.search(/\S|$/));
      return line.length <= COLUMNS
        ? line
        : indent + filled(line.trim(), COLUMNS - indent.length - 2).join(`\n${indent}  `);
    })
    .join('\n');
}

function readingText({ name, module, says, verdict, certified }: CertifiedReading): string {
  const title = comment(`** ${name}: ${verdict.verdict}`, says);
  if ('inexpressible' in certified) return `${title}${comment(`Not stated: ${certified.inexpressible}.`)}`;
  return title + inModule(module, inParts(certified.theorems, theoremText));
}

function theoremText({ says, name, definitions, statement, proof }: Theorem): string {
  const before = definitions.map((definition) => `${broken(definition)}\n`).join('');
  return (
    `${before}${before === '' ? '' : '\n'}${comment(says)}Theorem ${name} :\n${indented(statement)}.\n` +
    `Proof.\n${indented(proof)}.\nQed.\n`
  );
}

function indented(text: string): string {
  return broken(`  ${text.replaceAll('\n', '\n  ')}`);
}

/** One question about all theorems: each takes Coq a second to answer. */
function assumptions(names: readonly string[]): string {
  const all = names.length === 1 ? names[0]! : `(${names.join(', ')})`;
  return `${broken(`Definition checked := ${all}.`)}\n${question}`;
}

/** A comment of paragraphs, none of which may end it. */
function comment(...paragraphs: readonly string[]): string {
  const text = paragraphs
    .map((p) => filled(p.replaceAll('(*', '( *').replaceAll('*)', '* )'), COLUMNS - 8).join('\n    '))
    .join('\n\n    ');
  return `(** ${text} *)\n`;
}

/** The words of a text in lines of at most so many columns, unless a word alone is wider. */
function filled(text: string, columns: number): readonly string[] {
  const lines = [''];
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1)!;
    if (line !== '' && line.length + word.length + 1 > columns) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines;
}
