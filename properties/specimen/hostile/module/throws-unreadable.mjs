export function alternatingSum() {
  throw {
    toString() {
      throw 1;
    },
  };
}
