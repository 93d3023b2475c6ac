import { tokenLaws } from '#law/softmax-attention/tokens.ts';
import { bite } from '../bite.ts';
import { holdOfTheReferences } from '../held.ts';

holdOfTheReferences(tokenLaws);
bite(tokenLaws);
