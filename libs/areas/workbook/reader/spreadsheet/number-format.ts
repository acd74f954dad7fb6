/** What a number format makes of a number. `time` has hours and no day: 2:30 is kept as a tenth of a day. */
export type NumberFormat = 'number' | 'percentage' | 'date' | 'time';

/** What the text of a format makes of numbers (those that are not negative): `0.0%`, `dd/mm/yyyy`, `[h]:mm`, `£#,##0`. */
export function numberFormat(code: string): NumberFormat {
  const elapsed = /\[(h+|m+|s+)\]/i.test(code);
  // Words in quotation marks, characters that stand for themselves, fills, and colours, conditions and languages are no placeholders.
  const bare = code.replace(/"[^"]*"|\\.|[*_]./g, '').replace(/\[[^\]]*\]/g, '');
  const [positive = ''] = bare.split(';');
  if (/[#0?]/.test(positive.replace(/s+[.,]0+/gi, '')) || /^(general|standard|@?)$/i.test(positive.trim())) return positive.includes('%') ? 'percentage' : 'number';
  if (/[yd]/i.test(positive) || /mmm/i.test(positive)) return 'date';
  if (elapsed || /[hs]/i.test(positive)) return 'time';
  if (/m/i.test(positive)) return 'date';
  return positive.includes('%') ? 'percentage' : 'number';
}

/** Formats that files name by number alone (ECMA-376, 18.8.30), as far as they are not plain numbers; 27 to 58 are of East Asian languages. */
export function builtInFormat(id: number): NumberFormat {
  if (id === 9 || id === 10) return 'percentage';
  if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 54) || id === 57 || id === 58) return 'date';
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47) || id === 55 || id === 56) return 'time';
  return 'number';
}
