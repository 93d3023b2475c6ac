JSON.parse('{');
export function alternatingSum() {}
