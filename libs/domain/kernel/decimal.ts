/**
 * Reads a plain decimal of at most `places` decimal places as a whole number of its smallest unit: with 6 places,
 * `-0.5` is -500000n. Answers undefined for anything else: exponents, signs of currency, thousands separators.
 */
export function decimalUnits(text: string, places: number): bigint | undefined {
  const match = /^(-?)(\d{1,15})(?:\.(\d+))?$/.exec(text);
  if (!match) return undefined;
  const fraction = (match[3] ?? '').replace(/0+$/, '');
  if (fraction.length > places) return undefined;
  const magnitude = BigInt(match[2]! + fraction.padEnd(places, '0'));
  return match[1] === '-' ? -magnitude : magnitude;
}

/** Writes a whole number of smallest units as a decimal, trailing zeros dropped. */
export function decimalText(units: bigint, places: number): string {
  const magnitude = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  const whole = magnitude.slice(0, magnitude.length - places);
  const fraction = magnitude.slice(magnitude.length - places).replace(/0+$/, '');
  return `${units < 0n ? '-' : ''}${whole}${fraction ? `.${fraction}` : ''}`;
}
