export function softmaxAttention() {
  return new Proxy([], {
    get() {
      for (;;);
    },
  });
}
