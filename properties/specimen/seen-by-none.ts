const turned =
  'it turns its arguments by matrices whose entries are seldom floats, so that few of its cases can be asked';

/** Laws that no specimen of ours breaks, and why that is so. */
export const seenByNone: Readonly<Record<string, string>> = {
  'a-rotation-invariance': turned,
  'a-key-translation-invariance':
    'the specimens that look at a key by itself do so at keys of zeros, which few of its cases have',
  'a-never-exact-copy': 'within the bounds a copy cannot be told from what is nearly one',
  'l-gl-invariance': turned,
  'l-orthogonal-retrieval': turned,
  'x-linear-copies-what-softmax-does-not': turned,
};
