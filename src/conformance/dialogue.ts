import type { About } from './contract.ts';
import { type Failure, failure } from './failure.ts';
import type { Host } from './host.ts';
import type { Limits } from './limits.ts';
import { readReply, readStart, runLine } from './protocol.ts';
import type { Supervisor } from './supervisor.ts';

/** The line that was received, and whether it was there before it was asked for. */
function lineOf({ packing, channel }: Supervisor): readonly [isEarly: boolean, line: string] {
  const [early, bytes] = packing.read(channel.reply);
  return [early === 1, Buffer.from(bytes as Uint8Array).toString()];
}

/** What a process says of itself by its first line, which is in the channel. */
export function greeting(supervisor: Supervisor, command: string, limits: Limits): About | Failure {
  const [, line] = lineOf(supervisor);
  const about = readStart(line, command);
  if (!('kind' in about)) return about;
  const isGood = (next: string): boolean => !('kind' in readStart(next, command));
  // A banner is followed by all that is loaded after it.
  const wait = about.kind === 'not JSON' ? limits.start : limits.more;
  return named(supervisor, about, isGood, failure('output before start', `'${line}'`), wait);
}

/**
 * The name for a line that is no reply: the good reply that follows tells that it was too much, and one that never ends
 * is told as that.
 */
function named(
  supervisor: Supervisor,
  found: Failure,
  isGood: (line: string) => boolean,
  extra: Failure,
  milliseconds: number,
): Failure {
  const end = performance.now() + milliseconds;
  for (;;) {
    const heard = supervisor.hear(Math.max(0, end - performance.now()));
    if (heard === false) return found;
    if (heard !== true) return heard.kind === 'endless output' ? heard : found;
    if (isGood(lineOf(supervisor)[1])) return extra;
  }
}

/** Asks a process that has started, and reads what it replies. */
export function converse(supervisor: Supervisor, about: About, limits: Limits, close: Host['close']): Host {
  let id = 0;
  return {
    about,
    isWatched: false,
    call: (call) => {
      const broken = supervisor.ready();
      if (broken !== undefined) return { outcome: 'failed', failure: broken };
      id++;
      const silence = supervisor.ask({ order: 'send', line: runLine(id, call) }, limits.time);
      if (silence !== undefined) return { outcome: 'failed', failure: silence };
      const [isEarly, line] = lineOf(supervisor);
      const extra = failure('extra output', `'${line}'`);
      const reply = isEarly ? extra : readReply(line, id);
      if ('kind' in reply) {
        const isGood = (next: string): boolean => !('kind' in readReply(next, id));
        return {
          outcome: 'failed',
          failure: supervisor.stop(named(supervisor, reply, isGood, extra, limits.more)),
        };
      }
      return reply.outcome === 'skipped' ? reply : { ...reply, observations: [] };
    },
    printed: () => supervisor.printed(),
    close,
  };
}
