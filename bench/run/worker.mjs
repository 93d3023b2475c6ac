import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A resident peer: `ask` sends one request and resolves with its reply; a dead peer replies that it is absent. */
export function startWorker({ command, args = [], env = {} }) {
  const folder = fileURLToPath(new URL('../peer/', import.meta.url));
  const child = spawn(command, args, {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const waiting = [];
  let ended;
  let errors = '';
  const end = (why) => {
    ended ??= why;
    for (const resolve of waiting.splice(0)) resolve({ absent: ended });
  };
  child.stderr.on('data', (data) => {
    errors = (errors + data).slice(-2000);
  });
  child.on('error', ({ message }) => end(message));
  child.on('exit', (code) => end(`ended with ${code}: ${errors.trim().split('\n').slice(-3).join(' | ')}`));
  child.stdin.on('error', () => {});
  createInterface({ input: child.stdout }).on('line', (line) => {
    // Libraries print what they like on stdout; a reply is an object.
    if (!line.startsWith('{')) return;
    waiting.shift()?.(JSON.parse(line));
  });
  return {
    ask: (request) =>
      new Promise((resolve) => {
        if (ended !== undefined) return resolve({ absent: ended });
        waiting.push(resolve);
        child.stdin.write(`${JSON.stringify(request)}\n`);
      }),
    close: () => {
      ended ??= 'closed';
      child.kill();
    },
  };
}
