import { correctImplementations } from './correct/implementations.ts';
import { caught, gradesOf, namedLaw, wrongImplementations } from './matrix.ts';

export { matrixOf } from './matrix.ts';
export { matrixJson, matrixText } from './matrix-text.ts';

/** What is graded: all of it, one kind, or those whose names match. */
interface Asked {
  readonly of?: 'wrong' | 'correct';
  readonly only?: string;
  /** Names of laws with commas between, of those that right ones are asked; all when absent. */
  readonly laws?: string;
}

/** What a grade with a seed gets wrong: wrong implementations that their law does not fail, and right ones that any law does. */
export function* missed(seed: number, { of, only = '', laws }: Asked): Generator<string> {
  const asked = new RegExp(only);
  if (of !== 'correct') {
    for (const one of wrongImplementations.filter(({ name }) => asked.test(name))) {
      const { caughtBy } = caught(one, seed);
      const named = namedLaw(one);
      if (!caughtBy.includes(named))
        yield `${one.system} that ${one.name}: not by ${named}, but by ${caughtBy.join(', ') || 'none'}`;
    }
  }
  if (of !== 'wrong') {
    for (const subject of correctImplementations.filter(({ name }) => asked.test(name))) {
      for (const { law, status, why, witness } of gradesOf(subject, seed, laws?.split(','))) {
        if (status !== 'passed' && status !== 'skipped')
          yield `${subject.name}, ${subject.format.name}: ${status} ${law}, ${why ?? witness?.why ?? ''} ${witness?.replay ?? ''}`;
      }
    }
  }
}
