import { normalisedLaws } from '#law/linear-attention/normalised.ts';
import { bite } from '../bite.ts';
import { holdOfTheReferences } from '../held.ts';

holdOfTheReferences(normalisedLaws);
bite(normalisedLaws);
