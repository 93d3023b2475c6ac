/** The list itself when nothing in it is missing. */
export function complete<T>(list: readonly (T | undefined)[]): readonly T[] | undefined {
  return list.every((member) => member !== undefined) ? list : undefined;
}
