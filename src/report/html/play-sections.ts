import { writeUp } from '#claim/write-up.ts';
import { answer } from '#report/play/answer.ts';
import { attend, curvesOf } from '#report/play/attention.ts';
import { attentionTables } from '#report/play/attention-tables.ts';
import { attentionFinding, attentionView, curveBetas, factsView } from '#report/play/attention-view.ts';
import { type Breakable, breakables } from '#report/play/break.ts';
import { breakFinding, breakView, nothingTried } from '#report/play/break-view.ts';
import { runLinear } from '#report/play/linear.ts';
import { linearFinding, linearView } from '#report/play/linear-view.ts';
import { runRecurrence } from '#report/play/recurrence.ts';
import { recurrenceFinding, recurrenceView } from '#report/play/recurrence-view.ts';
import {
  attentionSettings,
  linearSettings,
  mostInputs,
  mostTokens,
  placeOfBeta,
  recurrenceSettings,
  startInputs,
} from '#report/play/settings.ts';
import { countOf, tokenSetNames, tokenSets, tokensOf } from '#report/play/tokens.ts';
import { type Html, html, type Part } from './html.ts';
import { type Measured, measuredTimes } from './measured-times.ts';
import type { PageData } from './page-data.ts';

const unset = (): undefined => undefined;

/** Everything to play with, as it stands before anything is set; the script takes over from there. */
export function playHtml(data: PageData, measured: Measured | undefined): Html {
  return html`${recurrenceSection()}${attentionSection(data)}${linearSection(measured)}${breakSection()}`;
}

/** A section with a form that the script shows, what was found in a sentence, and a picture of it. */
function section(
  id: string,
  title: string,
  intro: Part,
  form: Part,
  finding: string,
  view: Part,
  after?: Part,
): Html {
  return html`<section id="${id}" class="play"><h2>${title}</h2><p>${intro}</p><form class="controls" autocomplete="off" hidden>${form}</form><output class="finding">${finding}</output><div class="view">${view}</div>${after}</section>`;
}

function recurrenceSection(): Html {
  const settings = recurrenceSettings(unset);
  const run = runRecurrence(settings);
  return section(
    'recurrence',
    'The recurrence',
    html`Question 1 expands h<sub>t</sub> = x<sub>t</sub> − h<sub>t−1</sub> and feeds σ(1000 h<sub>T</sub>) to the output. Change the inputs and see which of its lines are right for them.`,
    html`<label class="grow">Inputs x<input name="x" value="${startInputs}" autocomplete="off" spellcheck="false"></label><label>h₀<input name="h0" value="0" size="6" autocomplete="off"></label><label>Gain<select name="gain"><option>1000</option><option>1</option></select></label><fieldset><legend>Generate</legend><label>T<input type="number" name="length" value="8" min="1" max="${mostInputs}"></label><button type="button" data-generate="random">random</button><button type="button" data-generate="alternating">0, 1, 0, 1</button><button type="button" data-generate="constant">all 1</button></fieldset>`,
    recurrenceFinding(settings, run),
    recurrenceView(settings, run),
  );
}

function attentionSection(data: PageData): Html {
  const settings = attentionSettings(unset);
  const { tokens, n, beta } = settings;
  const attended = attend(tokensOf(tokens, n, beta));
  const facts = answer({ about: 'attention', settings }) as Parameters<typeof factsView>[1];
  return section(
    'attention',
    'Softmax attention',
    html`Question 2 says that a token attends to itself with a weight of exactly 1. Move β, the norm of the orthogonal vectors, and watch how near that comes, and where a number format gives in.`,
    html`<label class="grow">β by logarithm, from 0.1 to 100<input type="range" name="place" min="0" max="1000" value="${placeOfBeta(beta)}" data-of="beta"></label><label>β<input name="beta" value="${beta}" size="8" inputmode="decimal" autocomplete="off"></label><label>Tokens<select name="tokens">${tokenSets.map((set) => html`<option value="${set}">${tokenSetNames[set]}</option>`)}</select></label><label>n<input type="number" name="n" value="${n}" min="2" max="${mostTokens}" disabled></label>`,
    attentionFinding(settings, attended),
    html`<div class="quick-view">${attentionView(settings, attended, curvesOf(tokens, countOf(tokens, n), curveBetas), data.thresholds)}</div><div class="tables-view">${attentionTables(attended)}</div><div class="facts-view">${factsView(settings, facts, data)}</div>`,
  );
}

function linearSection(measured: Measured | undefined): Html {
  const settings = linearSettings(unset);
  const run = runLinear(settings);
  const size = (name: string, label: string, value: number, most: number): Html =>
    html`<label>${label}<input type="number" name="${name}" value="${value}" min="1" max="${most}"></label>`;
  return section(
    'linear',
    'Linear attention',
    html`Question 3 says that dropping the exponential makes attention linear in T. The order of the products does that, and it pays from a length on that depends on the widths.`,
    html`${size('T', 'Tokens T', settings.T, 65536)}${size('dk', 'Key width dk', settings.dk, 512)}${size('dv', 'Value width dv', settings.dv, 512)}`,
    linearFinding(settings, run),
    linearView(settings, run),
    measuredTimes(measured),
  );
}

const firstToBreak = 'q1-dropped-factor-1000';

function breakSection(): Html {
  const groups = new Map<string, Breakable[]>();
  for (const one of breakables(writeUp)) groups.set(one.claim, [...(groups.get(one.claim) ?? []), one]);
  const options = [...groups].map(
    ([claim, readings]) =>
      html`<optgroup label="${claim}">${readings.map(({ reading }, i) => html`<option${claim === firstToBreak && i === 0 ? html` selected` : undefined}>${reading}</option>`)}</optgroup>`,
  );
  return section(
    'break',
    'Try to break it',
    html`Random cases of one reading, decided exactly or by enclosures, from small integers to doubles. A counterexample is then made as simple as it gets and certified. Finding none proves nothing; the proofs are above.`,
    html`<label class="grow">Reading<select name="target">${options}</select></label><label>Seed<input type="number" name="seed" value="1" min="0" max="4294967295"></label><button type="button" data-run>Search</button><button type="button" data-stop disabled>Stop</button><progress max="1" value="0" aria-label="cases tried"></progress>`,
    breakFinding(nothingTried),
    breakView(nothingTried),
  );
}
