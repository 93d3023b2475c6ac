import { stochasticLaws } from '#law/softmax-attention/stochastic.ts';
import { bite } from '../bite.ts';
import { holdOfTheReferences } from '../held.ts';

holdOfTheReferences(stochasticLaws);
bite(stochasticLaws);
