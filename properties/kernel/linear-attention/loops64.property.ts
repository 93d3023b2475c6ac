import { binary64 } from '#arithmetic/float-format.ts';
import { loops64 } from '#kernel/linear-attention/loops64.ts';
import { testLoops } from './loops-order.ts';

testLoops(binary64, loops64);
