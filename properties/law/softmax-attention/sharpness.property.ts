import { sharpnessLaws } from '#law/softmax-attention/sharpness.ts';
import { bite } from '../bite.ts';
import { holdOfTheReferences } from '../held.ts';

holdOfTheReferences(sharpnessLaws);
bite(sharpnessLaws);
