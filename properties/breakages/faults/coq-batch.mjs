/** Faults in how Coq reads many files in one process. */
export const faults = [
  {
    name: 'a batch is accepted though its process failed',
    file: 'src/command/proving.ts',
    from: 'if (!accepted) return { left: around(batch, read) };',
    to: '',
    seenBy: ['properties/command/proving.property.ts'],
  },
  {
    name: 'of a batch that failed, what comes after the file at fault is dropped',
    file: 'src/command/proving.ts',
    from: 'batch.slice(index + 1)',
    to: 'batch.slice(batch.length)',
    seenBy: ['properties/command/proving.property.ts'],
  },
  {
    name: 'what a file prints itself is an answer',
    file: 'src/command/proving.ts',
    from: 'if (text.endsWith(question) && isAnswer)',
    to: 'if (isAnswer)',
    seenBy: ['properties/command/proving.property.ts'],
  },
  {
    name: 'a file that was said to be read is told again when it is compiled alone',
    file: 'src/command/proving.ts',
    from: 'if (!told.has(name)) onEnd(name);',
    to: 'onEnd(name);',
    seenBy: ['properties/command/proving.property.ts'],
  },
  {
    name: 'files are read together whatever they require',
    file: 'src/coq/batch.ts',
    from: 'requires[i] === same',
    to: "same !== ''",
    seenBy: ['properties/coq/batch.property.ts'],
  },
  {
    name: 'of a batch only the first file is asked what it rests on',
    file: 'src/coq/batch.ts',
    from: "all.join(', ')",
    to: 'all[0]',
    seenBy: ['properties/coq/batch.property.ts'],
  },
  {
    name: 'the limit of a file is that of the whole batch',
    file: 'src/command/coqc.ts',
    from: 'if (isFurther?.(output) !== true) return;',
    to: 'if (output !== undefined) return;',
    seenBy: ['properties/command/coqc.property.ts'],
  },
  {
    name: 'of a conjunction the last part is taken apart once more',
    file: 'src/coq/frame-proof.ts',
    from: 'index < count - 1',
    to: 'index < count',
    seenBy: ['properties/coq/frame-proof.property.ts'],
  },
];
