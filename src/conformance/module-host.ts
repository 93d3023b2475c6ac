import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { deserialize } from 'node:v8';
import { callPackingParts } from './call-packing.ts';
import { channelParts } from './channel.ts';
import { type About, functionNames, isFormatName } from './contract.ts';
import { environment } from './environment.ts';
import { type Failure, type FailureKind, failure } from './failure.ts';
import type { Host, Reply } from './host.ts';
import type { Limits } from './limits.ts';
import { type Loaded, type ModuleData, type ModuleReply, moduleBodyParts } from './module-body.ts';
import { ModuleCalls } from './module-calls.ts';
import { type Observation, observerParts } from './observer.ts';
import { packingParts } from './packing.ts';
import { Supervisor } from './supervisor.ts';
import { programText } from './travelling.ts';

/** Looks of a waiting thread before it sleeps, a few microseconds: more only takes cores from those who compute. */
const spins = 200 * Math.min(1, availableParallelism() - 1);

const program = programText(
  { channel: channelParts, packing: packingParts, calls: callPackingParts, observer: observerParts },
  moduleBodyParts,
);

/** Modules that are being loaded and not yet opened, by file and limits. */
const begun: Map<string, Supervisor> = new Map();

/** The limits that concern a module before it is called. */
function keyOf(file: string, limits: Limits): string {
  return JSON.stringify([file, { ...limits, time: 0 }]);
}

/**
 * Begins to load a module that will be opened, and does not wait: it loads while the laws do. What is wrong with it is told when
 * it is opened.
 */
export function beginModule(file: string, limits: Limits): void {
  if (flawOf(file) !== undefined) return;
  const supervisor = supervisorOf(file, limits);
  supervisor.begin();
  begun.set(keyOf(file, limits), supervisor);
}

/**
 * Loads a module in a thread of its own.
 *
 * @param file of an ES module; TypeScript where this Node strips types
 */
export function openModule(file: string, limits: Limits): Host | Failure {
  const wrong = flawOf(file);
  if (wrong !== undefined) return wrong;
  const key = keyOf(file, limits);
  const supervisor = begun.get(key) ?? supervisorOf(file, limits);
  const about = begun.delete(key) ? supervisor.greeted() : supervisor.start();
  if (!('kind' in about)) return moduleHost(supervisor, about, limits);
  supervisor.close();
  return about;
}

function flawOf(file: string): Failure | undefined {
  const { typescript } = process.features as { readonly typescript?: string | false };
  return fileFailure(file, Boolean(typescript));
}

function supervisorOf(file: string, limits: Limits): Supervisor {
  const url = pathToFileURL(resolve(file)).href;
  return new Supervisor(
    {
      kept: (memory) => ({
        memory,
        program,
        data: { memory, url, names: functionNames, spins } satisfies ModuleData,
        env: environment(process.env),
        memoryLimit: limits.memory,
      }),
      firstLine: '',
      greet: ({ packing, channel }) => {
        const [kind, loaded] = packing.read(channel.reply);
        if (kind === 5) return failure('crashed', loaded as string);
        return aboutModule(JSON.parse(loaded as string) as Loaded, basename(file));
      },
      spins,
    },
    limits,
  );
}

function moduleHost(supervisor: Supervisor, about: About, limits: Limits): Host {
  const calls = new ModuleCalls(supervisor, limits);
  return {
    about,
    ahead: (asks) => {
      calls.expect(asks);
    },
    call: (call, frozen = false) => {
      const found = calls.reply({ call, frozen });
      if ('kind' in found) return { outcome: 'failed', failure: found };
      const reply = moduleReply(found);
      // One that has thrown aside goes on as if nothing were, which a program would not.
      if (reply.outcome === 'failed') calls.stop(reply.failure);
      return reply;
    },
    printed: () => supervisor.printed(),
    close: () => supervisor.close(),
  };
}

/** What the thread of a module says of a call. */
function moduleReply(reply: ModuleReply): Reply {
  switch (reply[0]) {
    case 0:
      return { outcome: 'returned', value: reply[1], observations: told(reply[2]) };
    case 1:
      return { outcome: 'returned', value: restored(reply[1]), observations: told(reply[2]) };
    case 2:
      return { outcome: 'threw', words: reply[1], observations: told(reply[2]) };
    case 3:
      return { outcome: 'failed', failure: failure('oversize', reply[1]) };
    default:
      return { outcome: 'failed', failure: failure('crashed', reply[1]) };
  }
}

function told(observations: string): readonly Observation[] {
  return observations === '' ? [] : (JSON.parse(observations) as readonly Observation[]);
}

function restored(bytes: Uint8Array): unknown {
  return bytes.length === 0 ? undefined : deserialize(bytes);
}

/** What is wrong with the file of a module before it is loaded. */
export function fileFailure(file: string, stripsTypes: boolean): Failure | undefined {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat === undefined) return failure('no such module', file);
  if (!stat.isFile()) return failure('unreadable module', `${file}, which is no file`);
  const isTypeScript = /\.[cm]?ts$/.test(file);
  return isTypeScript && !stripsTypes
    ? failure('type stripping', `${file} on ${process.version}`)
    : undefined;
}

/**
 * What a module says of itself by its exports.
 *
 * @param file names a module that does not name itself
 */
export function aboutModule(loaded: Loaded, file: string): About | Failure {
  if ('thrown' in loaded) return failure(loadFailure(loaded), loaded.thrown);
  const { types, name, format } = loaded;
  const offered = functionNames.filter((fn) => fn in types);
  if (offered.length === 0)
    return failure('nothing known', `exports ${Object.keys(types).join(', ') || 'nothing'}`);
  const odd = offered.find((fn) => types[fn] !== 'function');
  if (odd !== undefined) return failure('not a function', `${odd} of type ${types[odd]!}`);
  if ('name' in types && name === undefined)
    return failure('wrong declaration', `name of type ${types.name}`);
  if (!('format' in types))
    return { name: name ?? file, language: 'javascript', format: 'float64', implements: offered };
  if (!isFormatName(format))
    return failure('wrong declaration', `format ${format ?? `of type ${types.format}`}`);
  return { name: name ?? file, language: 'javascript', format, implements: offered };
}

function loadFailure({ thrown, code, isSyntax }: Extract<Loaded, { thrown: string }>): FailureKind {
  if (code === 'ERR_MODULE_NOT_FOUND' || thrown.includes('does not provide an export'))
    return 'import missing';
  if (code === 'ERR_UNKNOWN_FILE_EXTENSION' || code === 'EACCES') return 'unreadable module';
  return isSyntax ? 'does not parse' : 'threw at start';
}
