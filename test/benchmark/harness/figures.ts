/** A figure as people read it: 12,345; 123; 1.62; 0.083. */
export function figure(value: number): string {
  if (value >= 1_000) return Math.round(value).toLocaleString('en-GB');
  if (value >= 100) return value.toFixed(0);
  if (value >= 10) return value.toFixed(1);
  return value >= 1 ? value.toFixed(2) : value.toPrecision(2);
}
