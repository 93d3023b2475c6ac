import type { BreakEvent } from '#report/play/break.ts';
import {
  afterEvents,
  type BreakState,
  breakFinding,
  breakView,
  nothingTried,
} from '#report/play/break-view.ts';
import { startSearch } from './calculator.ts';
import { type LinkedForm, linkedForm, one, show } from './form.ts';

/** Random cases a grain, of three grains. */
const CASES = 120;

/** "Try to break it": a search in a worker, its cases drawn as they come. */
export function playSearch(): () => void {
  const section = one(document, '#break');
  for (const option of section.querySelectorAll('option')) {
    option.value = `${option.closest('optgroup')?.label ?? ''}/${option.text}`;
  }
  const linked: LinkedForm = linkedForm(section, ['target', 'seed'], () => undefined);
  const [run, stop] = [
    one<HTMLButtonElement>(section, '[data-run]'),
    one<HTMLButtonElement>(section, '[data-stop]'),
  ];
  const progress = one<HTMLProgressElement>(section, 'progress');
  let state: BreakState = nothingTried;
  let waiting: BreakEvent[] = [];
  let halt = (): void => undefined;
  const draw = (): void => {
    progress.value = state.ending === undefined ? state.tried.length / (3 * CASES) : 1;
    one(section, '.finding').textContent = breakFinding(state);
    show(one(section, '.view'), breakView(state).text);
  };
  const ended = (): void => {
    halt();
    run.disabled = false;
    stop.disabled = true;
  };
  // Cases fly by a few at a time, however fast they were decided; where no motion is wanted they come at once.
  const step = (): void => {
    const few = matchMedia('(prefers-reduced-motion: reduce)').matches ? waiting.length : 6;
    state = afterEvents(state, waiting.slice(0, few));
    waiting = waiting.slice(few);
    draw();
    if (state.ending !== undefined) ended();
    else if (!run.disabled) return;
    else requestAnimationFrame(step);
  };
  run.addEventListener('click', () => {
    const [claim = '', ...reading] = linked.given('target')!.split('/');
    [state, waiting] = [nothingTried, []];
    run.disabled = true;
    stop.disabled = false;
    halt = startSearch(
      { claim, reading: reading.join('/'), seed: Number(linked.given('seed')) >>> 0, cases: CASES },
      (events) => {
        waiting = [...waiting, ...events];
      },
    );
    requestAnimationFrame(step);
  });
  stop.addEventListener('click', ended);
  return () => {
    linked.read();
  };
}
