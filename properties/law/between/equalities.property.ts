import { equalityLaws } from '#law/between/equalities.ts';
import { bite } from '../bite.ts';
import { holdOfTheReferences } from '../held.ts';

holdOfTheReferences(equalityLaws);
bite(equalityLaws);
