/**
 * A spreadsheet's number as a plain decimal without an exponent: `0.3`, not 0.30000000000000004. Spreadsheets show at most
 * 15 significant digits of what is kept in binary; what lies beyond is noise of that form, and was typed by nobody.
 * `shift` moves the point to the right: 2 for a percentage, which is kept as a part of one.
 * @returns undefined where the text is no finite number
 */
export function plainDecimal(text: string, shift = 0): string | undefined {
  const number = text.trim() === '' ? Number.NaN : Number(text);
  if (!Number.isFinite(number)) return undefined;
  if (number === 0) return '0';
  const [, sign, digits, exponent] = /^(-?)(.*)e(.*)$/.exec(number.toExponential(14))!;
  const significant = digits!.replace('.', '').replace(/0+$/, '');
  const point = Number(exponent) + 1 + shift;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${significant}`;
  if (point >= significant.length) return `${sign}${significant}${'0'.repeat(point - significant.length)}`;
  return `${sign}${significant.slice(0, point)}.${significant.slice(point)}`;
}
