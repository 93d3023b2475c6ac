import { jsonText } from '#report/json-text.ts';
import { placeOf } from '#report/place.ts';
import { exit } from './exit.ts';
import type { Io } from './io.ts';
import type { Settings } from './settings.ts';
import type { Listing } from './tools.ts';

/** `counterclaim list`: the claims and their places, in document order. */
export function listCommand(settings: Settings, io: Io, { claims }: Listing): number {
  const width = Math.max(0, ...claims.map(({ id }) => id.length));
  const text =
    settings.json === true
      ? jsonText(claims.map(({ id, source, kind, core, says }) => ({ id, ...source, kind, core, says })))
      : claims.map(({ id, source }) => `${id.padEnd(width)}  ${placeOf(source)}\n`).join('');
  io.out(text);
  return exit.holds;
}
