import type * as processes from 'node:child_process';
import type * as files from 'node:fs';
import type * as modules from 'node:module';
import type * as serialising from 'node:v8';
import type * as threads from 'node:worker_threads';

/** The parts of Node that the body of a thread is handed, for it can import nothing. */
export interface NodeParts {
  readonly processes: typeof processes;
  readonly files: typeof files;
  readonly modules: typeof modules;
  readonly serialising: typeof serialising;
  readonly threads: typeof threads;
}
