import { multilinearLaws } from '#law/linear-attention/multilinear.ts';
import { bite } from '../bite.ts';
import { holdOfTheReferences } from '../held.ts';

holdOfTheReferences(multilinearLaws);
bite(multilinearLaws);
