import type { Answers, BreakOrder, Question } from '#report/play/answer.ts';
import type { BreakEvent } from '#report/play/break.ts';
import { unpacked } from './unpacked.ts';
import type { Message, Reply } from './worker.ts';

/** The script of the worker, deflated and packed; the build puts it here. */
declare const __WORKER__: string;

/** The address of the worker's script, which is part of this one. */
const address: Promise<string> = inflated(__WORKER__).then((blob) => URL.createObjectURL(blob));

async function inflated(text: string): Promise<Blob> {
  const stream = new Blob([unpacked(text)]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Blob([await new Response(stream).text()], { type: 'text/javascript' });
}

async function start(): Promise<Worker> {
  return new Worker(await address);
}

let shared: Promise<Worker> | undefined;
let last = 0;
const waiting = new Map<number, (reply: Reply) => void>();

/** Asks the shared worker; a failure there is thrown here. */
export async function ask<A extends Question['about']>(
  question: Extract<Question, { about: A }>,
): Promise<Answers[A]> {
  shared ??= start().then((worker) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
      waiting.get(data.id)?.(data);
      waiting.delete(data.id);
    });
    return worker;
  });
  const worker = await shared;
  const id = ++last;
  const message: Message = { id, question };
  const reply = await new Promise<Reply>((resolve) => {
    waiting.set(id, resolve);
    worker.postMessage(message);
  });
  if ('answer' in reply) return reply.answer as Answers[A];
  throw new Error('failed' in reply ? reply.failed : 'the worker must answer');
}

/** Runs a search in a worker of its own; calling what is returned stops it. */
export function startSearch(
  order: BreakOrder,
  told: (events: readonly BreakEvent[], done: boolean) => void,
): () => void {
  let stopped = false;
  const started = start();
  void started.then((worker) => {
    if (stopped) return;
    worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
      if ('failed' in data) throw new Error(data.failed);
      if (!('events' in data)) return;
      told(data.events, data.done);
      if (data.done) worker.terminate();
    });
    const message: Message = { id: 0, search: order };
    worker.postMessage(message);
  });
  return () => {
    stopped = true;
    void started.then((worker) => {
      worker.terminate();
    });
  };
}
