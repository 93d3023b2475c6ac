#!/usr/bin/env node
import { nodeIo } from '#command/node-io.ts';
import { main } from './cli.ts';

process.exitCode = await main(process.argv.slice(2), nodeIo(process));
