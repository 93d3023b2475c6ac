import { invarianceLaws } from '#law/softmax-attention/invariance.ts';
import { bite } from '../bite.ts';
import { holdOfTheReferences } from '../held.ts';

holdOfTheReferences(invarianceLaws);
bite(invarianceLaws);
