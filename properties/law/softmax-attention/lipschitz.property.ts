import { lipschitzLaws } from '#law/softmax-attention/lipschitz.ts';
import { bite } from '../bite.ts';
import { holdOfTheReferences } from '../held.ts';

holdOfTheReferences(lipschitzLaws);
bite(lipschitzLaws);
