export function alternatingSum(_x, h0) {
  queueMicrotask(() => {
    throw new Error('aside');
  });
  return h0;
}
