import { symmetryLaws } from '#law/rnn/symmetry.ts';
import { bite } from '../bite.ts';
import { holdOfTheReferences } from '../held.ts';

holdOfTheReferences(symmetryLaws);
bite(symmetryLaws);
