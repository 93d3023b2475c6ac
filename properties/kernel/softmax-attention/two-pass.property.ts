import { twoPass } from '#kernel/softmax-attention/two-pass.ts';
import { testForm, testOrder } from './every-form.ts';
import { tileOrder } from './orders.ts';

testForm('two-pass', twoPass, () => [0, 0, 0, 0, 0, 0, 0, 0]);
testOrder('two-pass', twoPass, tileOrder(Number.POSITIVE_INFINITY, 1), { n: 5, m: 12, dk: 5, dv: 3 });
