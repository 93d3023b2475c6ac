import { keyLaws } from '#law/softmax-attention/keys.ts';
import { bite } from '../bite.ts';
import { holdOfTheReferences } from '../held.ts';

holdOfTheReferences(keyLaws);
bite(keyLaws);
