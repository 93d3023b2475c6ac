import { orderLaws } from '#law/rnn/order.ts';
import { bite } from '../bite.ts';
import { holdOfTheReferences } from '../held.ts';

holdOfTheReferences(orderLaws);
bite(orderLaws);
