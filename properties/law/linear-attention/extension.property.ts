import { extensionLaws } from '#law/linear-attention/extension.ts';
import { bite } from '../bite.ts';
import { holdOfTheReferences } from '../held.ts';

holdOfTheReferences(extensionLaws);
bite(extensionLaws);
