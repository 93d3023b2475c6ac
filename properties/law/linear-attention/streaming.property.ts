import { streamingLaws } from '#law/linear-attention/streaming.ts';
import { bite } from '../bite.ts';
import { holdOfTheReferences } from '../held.ts';

holdOfTheReferences(streamingLaws);
bite(streamingLaws);
