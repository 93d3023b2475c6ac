import { online } from '#kernel/softmax-attention/online.ts';
import { testForm, testOrder } from './every-form.ts';
import { tileOrder } from './orders.ts';

testForm('online', online, () => [0, 0, 1, 31, 32, 63, 64, 128]);
testOrder('online', online, tileOrder(1, 1), { n: 5, m: 12, dk: 5, dv: 3 });
