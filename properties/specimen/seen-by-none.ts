/** Laws that no specimen of ours breaks, and why that is so. */
export const seenByNone: Readonly<Record<string, string>> = {
  'a-key-translation-invariance':
    'it is tried at few cases of one or two keys, of which one mostly has all the weight, wherever it is moved to',
  'a-never-exact-copy': 'within the bounds a copy cannot be told from what is nearly one',
};
