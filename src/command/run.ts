import { readOrder } from './arguments.ts';
import { conformCommand } from './conform.ts';
import { decideCommand } from './decide.ts';
import { evaluateCommand } from './evaluate.ts';
import { exit } from './exit.ts';
import { helpText } from './help.ts';
import type { Io } from './io.ts';
import { listCommand } from './list.ts';
import { replayCommand } from './replay.ts';
import { showCommand } from './show.ts';
import type { Tools } from './tools.ts';

/** Carries out a command line and returns the exit code; what it prints and reads goes through `io`. */
export async function run(argv: readonly string[], io: Io, tools: Tools): Promise<number> {
  try {
    return await carryOut(argv, io, tools);
  } catch (error) {
    io.err(`counterclaim: crashed: ${error instanceof Error ? error.message : String(error)}\n`);
    return exit.crashed;
  }
}

async function carryOut(argv: readonly string[], io: Io, tools: Tools): Promise<number> {
  const order = readOrder(argv, io.env);
  if ('fault' in order) {
    io.err(`${order.fault}\n`);
    return exit.usage;
  }
  switch (order.command) {
    case 'help':
      io.out(helpText(order.about));
      return exit.holds;
    case 'version':
      io.out(`${tools.version}\n`);
      return exit.holds;
    case 'decide':
      return decideCommand(order.operands, order.settings, io, tools);
    case 'show':
      return showCommand(order.operands[0]!, order.settings, io, tools);
    case 'replay':
      return replayCommand(order.operands[0]!, order.settings, io);
    case 'evaluate':
      return evaluateCommand(order.settings, io, tools);
    case 'list':
      return listCommand(order.settings, io, tools);
    case 'conform':
      return conformCommand(order.operands, order.settings, io, tools);
  }
}
