import type { SubjectFunctions } from '#law/subject.ts';
import { type Call, outside } from '#law/subject-call.ts';
import { type About, argumentsOf } from './contract.ts';
import type { Host, Reply } from './host.ts';
import { createObserver, type Observer } from './observer.ts';

type Rows = readonly (readonly number[])[];

/**
 * A subject in the thread of its grader: nothing limits it, but it is watched as closely as any.
 *
 * The arguments are copies, and so is a result that is plain: what the subject does to its own later is seen, and does
 * not reach the grader.
 */
export function inProcessHost(functions: SubjectFunctions, about: About): Host {
  const observer = createObserver();
  return {
    about,
    call: (call, frozen = false) => replyOf(functions, call, frozen, observer),
    printed: () => '',
    close: () => undefined,
  };
}

function replyOf(functions: SubjectFunctions, call: Call, frozen: boolean, observer: Observer): Reply {
  const args = copies(argumentsOf(call));
  const fn = functions[call.fn] as (...args: readonly unknown[]) => unknown;
  observer.before(args, frozen);
  let result: unknown;
  try {
    result = fn(...args);
  } catch (error) {
    const { observations } = observer.after(0);
    if (error === outside) return { outcome: 'skipped', why: 'outside of what it offers' };
    return { outcome: 'threw', words: String(error), observations };
  }
  const { plain, observations } = observer.after(result);
  const value = Array.isArray(plain) ? (plain as Rows).map((row) => row.slice()) : result;
  return { outcome: 'returned', value, observations };
}

/** Copies of arguments; what was one object stays one. */
function copies(args: readonly unknown[]): readonly unknown[] {
  const made = new Map<unknown, unknown>();
  return args.map((arg) => {
    if (typeof arg !== 'object') return arg;
    if (!made.has(arg)) made.set(arg, structuredClone(arg));
    return made.get(arg);
  });
}
