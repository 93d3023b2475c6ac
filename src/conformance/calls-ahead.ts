import type { Call } from '#law/subject-call.ts';
import type { Asker } from './asker.ts';

/** Calls that are announced together. */
const LOT = 48;

/** Takes calls in their order, and announces them some time before they are asked. */
export class CallsAhead {
  readonly #asker: Asker;
  readonly #calls: Iterator<Call>;
  #announced: Call[] = [];
  #isOver = false;

  constructor(asker: Asker, calls: Iterator<Call>) {
    this.#asker = asker;
    this.#calls = calls;
  }

  /**
   * The next call, to be asked before anything else is.
   *
   * @param most calls that will be asked one after another from here on: no more are announced
   */
  next(most: number = Number.POSITIVE_INFINITY): Call | undefined {
    if (this.#announced.length < Math.min(LOT, most))
      this.announce(Math.min(this.#announced.length + LOT, most));
    return this.#announced.shift();
  }

  /** Those that are announced and not taken, so many of them if there are, are announced anew. */
  announce(count: number): readonly Call[] {
    const before = this.#announced.length;
    while (!this.#isOver && this.#announced.length < count) {
      const step = this.#calls.next();
      if (step.done === true) this.#isOver = true;
      else this.#announced.push(step.value);
    }
    if (this.#announced.length > before) this.#asker.ahead(this.#announced);
    return this.#announced;
  }
}
