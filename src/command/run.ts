import { readOrder } from './arguments.ts';
import { exit } from './exit.ts';
import { helpText } from './help.ts';
import type { Io } from './io.ts';
import type { Tools } from './tools.ts';

/**
 * Carries out a command line and returns the exit code; what it prints and reads goes through `io`.
 *
 * Each command is loaded when it is asked for, with what it works with.
 */
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
    case 'decide': {
      const [{ decideCommand }, deciding] = await Promise.all([import('./decide.ts'), tools.deciding()]);
      return decideCommand(order.operands, order.settings, io, deciding);
    }
    case 'show': {
      const [{ showCommand }, deciding] = await Promise.all([import('./show.ts'), tools.deciding()]);
      return showCommand(order.operands[0]!, order.settings, io, deciding);
    }
    case 'replay': {
      const { replayCommand } = await import('./replay.ts');
      return replayCommand(order.operands[0]!, order.settings, io);
    }
    case 'evaluate': {
      const [{ evaluateCommand }, evaluating] = await Promise.all([
        import('./evaluate.ts'),
        tools.evaluating(),
      ]);
      return evaluateCommand(order.settings, io, evaluating);
    }
    case 'list': {
      const [{ listCommand }, listing] = await Promise.all([import('./list.ts'), tools.listing()]);
      return listCommand(order.settings, io, listing);
    }
    case 'conform': {
      const { operands, settings } = order;
      const [{ conformCommand }, conforming] = await Promise.all([
        import('./conform.ts'),
        tools.conforming(operands),
      ]);
      return conformCommand(operands, settings, io, conforming);
    }
    case 'certify': {
      const [{ certifyCommand }, deciding] = await Promise.all([import('./certify.ts'), tools.deciding()]);
      return certifyCommand(order.operands, order.settings, io, deciding);
    }
  }
}
