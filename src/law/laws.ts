import { equalityLaws } from '#law/between/equalities.ts';
import { expansionLaws } from '#law/between/expansions.ts';
import { extensionLaws } from '#law/linear-attention/extension.ts';
import { multilinearLaws } from '#law/linear-attention/multilinear.ts';
import { normalisedLaws } from '#law/linear-attention/normalised.ts';
import { streamingLaws as linearStreamingLaws } from '#law/linear-attention/streaming.ts';
import { algebraLaws } from '#law/rnn/algebra.ts';
import { orderLaws } from '#law/rnn/order.ts';
import { roundingLaws } from '#law/rnn/rounding.ts';
import { symmetryLaws } from '#law/rnn/symmetry.ts';
import { invarianceLaws } from '#law/softmax-attention/invariance.ts';
import { keyLaws } from '#law/softmax-attention/keys.ts';
import { lipschitzLaws } from '#law/softmax-attention/lipschitz.ts';
import { sharpnessLaws } from '#law/softmax-attention/sharpness.ts';
import { stochasticLaws } from '#law/softmax-attention/stochastic.ts';
import { streamingLaws as softmaxStreamingLaws } from '#law/softmax-attention/streaming.ts';
import { tokenLaws } from '#law/softmax-attention/tokens.ts';
import type { Law } from './law.ts';

/** Every law, system by system: what an implementation is graded on. */
export const laws: readonly Law[] = [
  ...algebraLaws,
  ...symmetryLaws,
  ...orderLaws,
  ...roundingLaws,
  ...stochasticLaws,
  ...invarianceLaws,
  ...keyLaws,
  ...softmaxStreamingLaws,
  ...sharpnessLaws,
  ...lipschitzLaws,
  ...tokenLaws,
  ...multilinearLaws,
  ...linearStreamingLaws,
  ...extensionLaws,
  ...normalisedLaws,
  ...equalityLaws,
  ...expansionLaws,
];
