// A resident worker: requests on stdin, replies on stdout, one JSON object a line.
//   {"op":"prepare","work":{...}} -> {"ready":true,"version":"..."} or {"absent":"why"}
//   {"op":"time","repeats":r}     -> {"seconds":s}     one run, averaged over the repeats
//   {"op":"rows","rows":[...]}    -> {"values":[...]}  numbers of the last result
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

/**
 * Answers requests with what a peer offers.
 *
 * @param contestant from a work to `{ version, run, rows }`, where `run` does it once; a string says why it is absent
 */
export async function serve(contestant) {
  let prepared;
  for await (const line of createInterface({ input: process.stdin })) {
    const reply = await answer(JSON.parse(line)).catch((error) => ({
      absent: String(error?.stack ?? error),
    }));
    process.stdout.write(`${JSON.stringify(reply)}\n`);
  }

  async function answer(request) {
    if (request.op === 'prepare') {
      prepared = await contestant(request.work);
      return typeof prepared === 'string' ? { absent: prepared } : { ready: true, version: prepared.version };
    }
    if (request.op === 'time') {
      const start = process.hrtime.bigint();
      for (let r = 0; r < request.repeats; r++) {
        const result = prepared.run();
        // Awaiting what is not a promise would cost as much as a small kernel.
        if (result instanceof Promise) await result;
      }
      return {
        seconds: Number(process.hrtime.bigint() - start) / 1e9 / request.repeats,
        ...prepared.extra?.(),
      };
    }
    return { values: await prepared.rows(request.rows) };
  }
}

/** The numbers of a file, in the format of the work. */
export function numbers(path, format) {
  const { buffer, byteOffset, byteLength } = readFileSync(path);
  const bytes = buffer.slice(byteOffset, byteOffset + byteLength);
  return format === 'binary64' ? new Float64Array(bytes) : new Float32Array(bytes);
}

/** Rows of a matrix of width dv. */
export function rowsOf(array, dv, rows) {
  return rows.map((i) => Array.from(array.subarray(i * dv, (i + 1) * dv)));
}
