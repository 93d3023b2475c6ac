#!/usr/bin/env node
import module from 'node:module';
import { optimiseLate } from '#command/engine.ts';

optimiseLate();
// Where this Node keeps compiled code, all that is loaded after this line is compiled once.
(module as { readonly enableCompileCache?: () => unknown }).enableCompileCache?.();
const [{ nodeIo }, { main }] = await Promise.all([import('#command/node-io.ts'), import('./cli.ts')]);

process.exitCode = await main(process.argv.slice(2), nodeIo(process));
