/** A decimal in text as people read it: `1234.50` → `1,234.5`. */
export function quantity(text: string | null | undefined): string {
  if (text === null || text === undefined || text === '') return '';
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) return text;
  const [, minus = '', whole = '0', decimals = ''] = match;
  const kept = decimals.replace(/0+$/, '');
  return `${minus === '' ? '' : '−'}${BigInt(whole).toLocaleString('en-GB')}${kept === '' ? '' : `.${kept}`}`;
}
