/** A text of XLSX in which `_x000D_` and the like stand for characters that XML cannot hold (ECMA-376, 22.9.2.19). */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_escape, code: string) => String.fromCharCode(Number.parseInt(code, 16))).replace(/\r\n/g, '\n');
}
