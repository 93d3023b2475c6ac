import type { PageData } from '#report/html/page-data.ts';
import { attend, type Curve, curvesOf } from '#report/play/attention.ts';
import { attentionTables } from '#report/play/attention-tables.ts';
import { attentionFinding, attentionView, curveBetas, factsView } from '#report/play/attention-view.ts';
import { linearFinding, linearView } from '#report/play/linear-view.ts';
import { recurrenceFinding, recurrenceView } from '#report/play/recurrence-view.ts';
import {
  attentionSettings,
  betaAt,
  generated,
  linearSettings,
  placeOfBeta,
  recurrenceSettings,
} from '#report/play/settings.ts';
import { countOf, type TokenSet, tokensOf } from '#report/play/tokens.ts';
import { ask } from './calculator.ts';
import { type LinkedForm, linkedForm, one, show } from './form.ts';

/** Runs at most one computation at a time; what was asked for meanwhile is run once, at the end. */
function latest(compute: () => Promise<void>): () => void {
  let running = false;
  let again = false;
  const run = async (): Promise<void> => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    try {
      await compute();
    } finally {
      running = false;
    }
    if (again) {
      again = false;
      await run();
    }
  };
  return () => void run();
}

/** Before the next picture at most once. */
function beforePaint(draw: () => void): () => void {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      draw();
    });
  };
}

/** The recurrence: inputs, and what becomes of them. */
export function playRecurrence(): () => void {
  const section = one(document, '#recurrence');
  const draw = latest(async () => {
    const settings = recurrenceSettings(linked.given);
    const run = await ask<'recurrence'>({ about: 'recurrence', settings });
    one(section, '.finding').textContent = recurrenceFinding(settings, run);
    show(one(section, '.view'), recurrenceView(settings, run).text);
  });
  const linked: LinkedForm = linkedForm(section, ['x', 'h0', 'gain'], draw);
  let seed = 1;
  for (const button of linked.form.querySelectorAll<HTMLButtonElement>('[data-generate]')) {
    button.addEventListener('click', () => {
      const length = Number(linked.field('length').value);
      linked.field('x').value = generated(button.dataset.generate ?? '', length, seed++).join(', ');
      linked.form.dispatchEvent(new Event('input'));
    });
  }
  return () => {
    if (linked.read()) draw();
  };
}

/** Milliseconds without a change after which tables follow. */
const REST = 150;

/** Attention: the picture follows the slider, what is certified follows the picture. */
export function playAttention(data: PageData): () => void {
  const section = one(document, '#attention');
  let curves: readonly Curve[] = [];
  let drawn = '';
  let resting: ReturnType<typeof setTimeout> | undefined;
  const facts = latest(async () => {
    const settings = attentionSettings(linked.given);
    show(
      one(section, '.facts-view'),
      factsView(settings, await ask<'attention'>({ about: 'attention', settings }), data).text,
    );
  });
  const draw = beforePaint(() => {
    const settings = attentionSettings(linked.given);
    const { tokens, n, beta } = settings;
    const set = `${tokens} ${countOf(tokens, n)}`;
    if (set !== drawn) curves = curvesOf(tokens, countOf(tokens, n), curveBetas);
    drawn = set;
    const attended = attend(tokensOf(tokens, n, beta));
    one(section, '.finding').textContent = attentionFinding(settings, attended);
    show(one(section, '.quick-view'), attentionView(settings, attended, curves, data.thresholds).text);
    clearTimeout(resting);
    resting = setTimeout(() => {
      show(one(section, '.tables-view'), attentionTables(attended).text);
    }, REST);
  });
  const both = (): void => {
    (linked.field('n') as HTMLInputElement).disabled = (linked.given('tokens') as TokenSet) === 'written';
    draw();
    facts();
  };
  const linked: LinkedForm = linkedForm(section, ['beta', 'tokens', 'n'], both);
  const slider = linked.field('place');
  slider.addEventListener('input', () => {
    linked.field('beta').value = `${betaAt(Number(slider.value))}`;
  });
  linked.field('beta').addEventListener('input', () => {
    slider.value = `${placeOfBeta(attentionSettings(linked.given).beta)}`;
  });
  return () => {
    if (!linked.read()) return;
    slider.value = `${placeOfBeta(attentionSettings(linked.given).beta)}`;
    both();
  };
}

/** Linear attention: sizes, counts and errors. */
export function playLinear(): () => void {
  const section = one(document, '#linear');
  const draw = latest(async () => {
    const settings = linearSettings(linked.given);
    const run = await ask<'linear'>({ about: 'linear', settings });
    one(section, '.finding').textContent = linearFinding(settings, run);
    show(one(section, '.view'), linearView(settings, run).text);
  });
  const linked: LinkedForm = linkedForm(section, ['T', 'dk', 'dv'], draw);
  return () => {
    if (linked.read()) draw();
  };
}
