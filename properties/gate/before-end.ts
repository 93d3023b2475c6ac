const place = Symbol.for('counterclaim: before a thread of tests ends');
/** The loaders of vitest have modules of their own; this they share. */
const thread = globalThis as { [place]?: (() => Promise<void>) | undefined };

/** Has something done before this thread of tests ends, in place of what was to be done before. */
export function beforeEnd(act: (() => Promise<void>) | undefined): void {
  thread[place] = act;
}

/** Does it, where anything is to be done. */
export async function actBeforeEnd(): Promise<void> {
  await thread[place]?.();
}
