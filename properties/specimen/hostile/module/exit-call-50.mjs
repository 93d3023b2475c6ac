let calls = 0;
export function alternatingSum(_x, h0) {
  calls++;
  if (calls === 50) process.exit(1);
  return h0;
}
