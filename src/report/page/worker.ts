import { answer, answerBreak, type BreakOrder, type Question } from '#report/play/answer.ts';
import type { BreakEvent } from '#report/play/break.ts';

/** What the page sends: a question, answered once, or a search, answered by its events. */
export type Message =
  | { readonly id: number; readonly question: Question }
  | { readonly id: number; readonly search: BreakOrder };

/** What comes back under the same number. */
export type Reply =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly events: readonly BreakEvent[]; readonly done: boolean }
  | { readonly id: number; readonly failed: string };

/** Milliseconds between two messages of a search. */
const PAUSE = 40;

const send = (reply: Reply): void => {
  postMessage(reply);
};

addEventListener('message', ({ data }: MessageEvent<Message>) => {
  try {
    if ('question' in data) send({ id: data.id, answer: answer(data.question) });
    else search(data.id, data.search);
  } catch (error) {
    send({ id: data.id, failed: error instanceof Error ? error.message : String(error) });
  }
});

function search(id: number, order: BreakOrder): void {
  let events: BreakEvent[] = [];
  let sent = performance.now();
  for (const event of answerBreak(order)) {
    events.push(event);
    if (performance.now() - sent < PAUSE) continue;
    send({ id, events, done: false });
    events = [];
    sent = performance.now();
  }
  send({ id, events, done: true });
}
