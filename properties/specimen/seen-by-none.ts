/** Laws that no specimen of ours breaks, and why that is so. */
export const seenByNone: Readonly<Record<string, string>> = {
  'a-never-exact-copy': 'within the bounds a copy cannot be told from what is nearly one',
};
