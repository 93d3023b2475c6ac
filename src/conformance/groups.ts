/** Most processes that one run has alive at a time. */
const slots = 64;

/** New slots for the groups of processes that live; shared, so that any thread can end what another has started. */
export function createGroups(): SharedArrayBuffer {
  return new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT * slots);
}

/**
 * Kills every group of processes that is noted: for who must leave at once (Ctrl-C, the end of the program).
 *
 * @returns how many were there
 */
export function killGroups(groups: SharedArrayBuffer): number {
  let killed = 0;
  for (const group of new Int32Array(groups)) {
    if (group === 0) continue;
    try {
      process.kill(-group, 'SIGKILL');
      killed++;
    } catch {
      // It has ended already.
    }
  }
  return killed;
}
