import { type Failure, failure } from './failure.ts';
import type { Host } from './host.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { openModule } from './module-host.ts';
import { openProcess } from './process-host.ts';
import type { SubjectSpec } from './subject-spec.ts';

/** How a subject is opened beyond its name. */
export interface Opening {
  readonly limits?: Limits;
  /** Finds a kernel of ours by its name; undefined where there is none. */
  readonly builtin?: (name: string) => Host | undefined;
  /** Where groups of processes are noted, for who may have to end them from another thread. */
  readonly groups?: SharedArrayBuffer;
}

/** Loads or starts a subject. A failure may be one of usage: see `isUsage`. */
export function openSubject(spec: SubjectSpec, opening: Opening = {}): Host | Failure {
  const { limits = defaultLimits, builtin, groups } = opening;
  switch (spec.kind) {
    case 'module':
      return openModule(spec.file, limits);
    case 'process':
      return openProcess(spec.words, limits, groups);
    case 'builtin':
      return builtin?.(spec.name) ?? failure('no such builtin', spec.name);
  }
}
