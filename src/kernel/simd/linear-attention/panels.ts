import { ROWS } from '#kernel/simd/block.ts';
import type { Workspace } from '#kernel/simd/workspace.ts';
import type { Functions } from './rows.ts';
import { panelBytes, stateBytes } from './state.ts';

/** A state in the workspace, by panels of columns. */
export interface Panels {
  readonly address: number;
  readonly bytes: number;
  /** From one panel to the next. */
  readonly panelBytes: number;
}

/** Rows of queries, keys, values or outputs at an address. */
export interface RowsAt {
  readonly address: number;
  /** Bytes of a row. */
  readonly bytes: number;
}

/** A state that may hold anything, for rows of values of `width` bytes. */
export function takePanels(room: Workspace, dk: number, width: number): Panels {
  const bytes = stateBytes(dk, width);
  return { address: room.take(bytes), bytes, panelBytes: panelBytes(dk) };
}

/** Makes every sum of a state 0. */
export function clearPanels(functions: Functions, { address, bytes }: Panels): void {
  functions.clear!(address, address + bytes);
}

/** What `count` queries read of a state, into rows of outputs. */
export function readState(
  functions: Functions,
  { address, panelBytes: panel }: Panels,
  queries: RowsAt,
  outputs: RowsAt,
  count: number,
): void {
  const whole = count - (count % ROWS);
  const outputsEnd = outputs.address + whole * outputs.bytes;
  functions.readState!(
    ...[queries.address, queries.bytes, outputs.address, outputsEnd, outputs.bytes, address, panel],
  );
  functions.readStateOne!(
    ...[queries.address + whole * queries.bytes, queries.bytes, outputsEnd],
    ...[outputs.address + count * outputs.bytes, outputs.bytes, address, panel],
  );
}
