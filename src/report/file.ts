import { existsSync, mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Tries to write where a file will be written, so that a refusal comes before the work. What is there stays as it is.
 *
 * @returns why it cannot be written, if it cannot
 */
export function fileFault(path: string): string | undefined {
  try {
    if (existsSync(path) && statSync(path).isDirectory()) return 'it is a folder';
    if (isDevice(path)) return undefined;
    const beside = besideOf(path);
    makeFolder(dirname(beside));
    writeFileSync(beside, '');
    rmSync(beside);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

/** A reader never sees half a file: it is written beside its place and moved there. A device is written as it is. */
export function writeWhole(path: string, text: string): void {
  if (isDevice(path)) {
    writeFileSync(path, text);
    return;
  }
  const beside = besideOf(path);
  makeFolder(dirname(beside));
  writeFileSync(beside, text);
  renameSync(beside, realPath(path));
}

/** Makes a folder and those above it. Node's own recursion never ends where the system says "no such entry" (/proc). */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

function besideOf(path: string): string {
  return `${realPath(path)}.${process.pid}.tmp`;
}

/** Where a link leads, so that it stays a link. */
function realPath(path: string): string {
  return existsSync(path) ? realpathSync(path) : path;
}

function isDevice(path: string): boolean {
  return existsSync(path) && !statSync(path).isFile() && !statSync(path).isDirectory();
}
