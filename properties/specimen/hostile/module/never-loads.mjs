await new Promise(() => {});
export function alternatingSum() {}
