import { binary32 } from '#arithmetic/float-format.ts';
import { loops32 } from '#kernel/linear-attention/loops32.ts';
import { testLoops } from './loops-order.ts';

testLoops(binary32, loops32);
