import { expansionLaws } from '#law/between/expansions.ts';
import { bite } from '../bite.ts';
import { holdOfTheReferences } from '../held.ts';

holdOfTheReferences(expansionLaws);
bite(expansionLaws);
