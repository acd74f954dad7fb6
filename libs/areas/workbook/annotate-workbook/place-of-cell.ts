/** Where a cell stands, by its name: `AB12`. `row` as a spreadsheet counts them, from 1; `column` from 0. */
export function placeOfCell(name: string): { readonly row: number; readonly column: number } {
  const parts = /^([A-Z]+)([1-9]\d*)$/.exec(name);
  if (!parts) throw new Error(`“${name}” names no cell.`);
  const column = [...parts[1]!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(parts[2]), column };
}
