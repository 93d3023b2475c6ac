import type { FailureKind } from '#conformance/failure.ts';
import { defaultLimits, type Limits } from '#conformance/limits.ts';

/** A subject that breaks off, and the word for what it does. */
export interface Hostile {
  /** Name of its file. */
  readonly file: string;
  readonly named: FailureKind;
  /** Part of what is told beside the name. */
  readonly got?: string;
  /** What it is asked for, unless it is the alternating sum. */
  readonly fn?: 'softmaxAttention';
  /** How often it is asked at most; 0 when it must fail as it starts. */
  readonly calls: number;
  readonly limits?: Partial<Limits>;
  /** Whether it fails only when it is closed. */
  readonly atEnd?: boolean;
}

/** The limits of a hostile subject: short where it is the limit that it breaks, and else no matter how busy the machine is. */
export function limitsOf({ named, limits }: Hostile): Limits {
  const time = named === 'time limit' ? 20 : defaultLimits.time;
  const more = toldByMore.includes(named) ? defaultLimits.time : 20;
  return { ...defaultLimits, time, more, ...limits };
}

/** What is told by the lines that follow on one that is no reply. */
const toldByMore: readonly FailureKind[] = ['output before start', 'endless output'];

/** Modules, in `hostile/module/`. */
export const hostileModules: readonly Hostile[] = [
  { file: 'endless-call', named: 'time limit', got: 'no reply in 20 ms', calls: 1 },
  { file: 'endless-load', named: 'start limit', calls: 0, limits: { start: 50 } },
  { file: 'never-loads', named: 'exited', calls: 0 },
  { file: 'heap', named: 'memory limit', calls: 1, limits: { memory: 24 } },
  { file: 'buffers', named: 'memory limit', calls: 1, limits: { memory: 32 } },
  { file: 'exit-call', named: 'exited', got: 'exit code 3', calls: 1 },
  { file: 'exit-load', named: 'exited', got: 'exit code 0', calls: 0 },
  { file: 'exit-call-50', named: 'exited', got: 'exit code 1', calls: 50 },
  { file: 'throws-load', named: 'threw at start', got: 'Error: not today', calls: 0 },
  { file: 'parses-data', named: 'threw at start', got: 'SyntaxError', calls: 0 },
  { file: 'throws-aside', named: 'crashed', got: 'Error: aside', calls: 1 },
  { file: 'prints-endlessly', named: 'time limit', calls: 1 },
  { file: 'endless-result', named: 'time limit', calls: 1, fn: 'softmaxAttention' },
  { file: 'large-result', named: 'oversize', calls: 1, fn: 'softmaxAttention', limits: { line: 100_000 } },
  { file: 'blocks', named: 'time limit', calls: 1, limits: { stop: 50 } },
];

/** Scripts of the shell, in `hostile/process/`. */
export const hostileProcesses: readonly Hostile[] = [
  { file: 'silence', named: 'time limit', calls: 1 },
  { file: 'exits-call', named: 'exited', got: 'exit code 3', calls: 1 },
  { file: 'exits-load', named: 'exited', got: 'exit code 0', calls: 0 },
  { file: 'exits-between', named: 'exited', got: 'exit code 0', calls: 2 },
  { file: 'crash-50', named: 'exited', got: 'signal SIGSEGV', calls: 50 },
  { file: 'closes-input', named: 'closed input', calls: 1 },
  { file: 'closes-output', named: 'closed output', calls: 1 },
  { file: 'output-before-start', named: 'output before start', got: 'loading weights', calls: 0 },
  { file: 'no-start', named: 'start limit', calls: 0, limits: { start: 50 } },
  { file: 'bare-nan', named: 'bare NaN', got: 'NaN in', calls: 1 },
  { file: 'not-json', named: 'not JSON', got: "'result: 5'", calls: 1 },
  { file: 'wrong-id', named: 'wrong id', got: '7 instead of 1', calls: 1 },
  { file: 'stale-id', named: 'stale id', got: '1 instead of 2', calls: 2 },
  { file: 'text-id', named: 'text id', got: '"1" instead of 1', calls: 1 },
  { file: 'missing-result', named: 'missing field', got: 'none of result, error and skipped', calls: 1 },
  { file: 'missing-id', named: 'missing field', got: 'no id', calls: 1 },
  { file: 'several-outcomes', named: 'several outcomes', calls: 1 },
  { file: 'extra-output', named: 'extra output', got: "'thanks'", calls: 2 },
  { file: 'endless-line', named: 'endless line', calls: 1 },
  { file: 'endless-output', named: 'endless output', calls: 1, limits: { line: 10_000 } },
  { file: 'exit-after-stop', named: 'exit after stop', got: 'exit code 3', calls: 0, atEnd: true },
  { file: 'talks-after-stop', named: 'extra output', got: "'bye' at the end", calls: 0, atEnd: true },
  { file: 'no-exit-after-stop', named: 'no exit after stop', calls: 0, atEnd: true, limits: { stop: 50 } },
  { file: 'version', named: 'version', got: '2', calls: 0 },
  { file: 'no-version', named: 'missing field', got: 'no version', calls: 0 },
  { file: 'no-list', named: 'missing field', got: "no list 'implements'", calls: 0 },
  { file: 'format', named: 'format', got: '"float16"', calls: 0 },
  { file: 'nothing-known', named: 'nothing known', calls: 0 },
  { file: 'memory', named: 'memory limit', calls: 1, limits: { memory: 32 } },
  { file: 'leaves-others', named: 'exited', got: 'exit code 0', calls: 1 },
  { file: 'ignores-signals', named: 'time limit', calls: 1 },
];
