import type { Claim } from '#claim/claim.ts';
import { associationClaims } from './association.ts';
import { computingClaims } from './computing.ts';
import { efficiencyClaims } from './efficiency.ts';
import { exponentialClaims } from './exponential.ts';
import { linearFormulaClaims, softmaxFormulaClaims } from './formula.ts';
import { linearityClaims, softmaxLinearityClaims } from './linearity.ts';
import { normalisationClaims } from './normalisation.ts';
import { productClaims } from './products.ts';
import { standardClaims } from './standard.ts';
import { vectorOperationClaims } from './vector-operations.ts';

/** The claims of question 3, in document order. */
export const linearAttentionClaims: readonly Claim[] = [
  ...standardClaims,
  ...exponentialClaims,
  ...productClaims,
  ...vectorOperationClaims,
  ...normalisationClaims,
  ...efficiencyClaims,
  ...softmaxFormulaClaims,
  ...softmaxLinearityClaims,
  ...linearFormulaClaims,
  ...linearityClaims,
  ...computingClaims,
  ...associationClaims,
];
