/** Excel's limit; the same name is used in every kind of file. */
const LONGEST = 31;

/**
 * The names of sheets as a spreadsheet takes them, by the names that they have here: of up to 31 characters, without
 * []:*?/\, no two alike whatever their capitals.
 */
export function sheetNames(names: readonly string[]): ReadonlyMap<string, string> {
  const written = new Map<string, string>();
  const taken = new Set<string>();
  for (const name of names) {
    const plain = name.replace(/[[\]:*?/\\\u0000-\u001f]/g, '-').replace(/^'|'$/g, '-') || 'sheet';
    let fitting = plain.slice(0, LONGEST);
    for (let again = 2; taken.has(fitting.toLowerCase()); again++) fitting = `${plain.slice(0, LONGEST - String(again).length - 1)} ${again}`;
    taken.add(fitting.toLowerCase());
    written.set(name, fitting);
  }
  if (written.size < names.length) throw new Error('Two sheets of a written workbook have the same name.');
  return written;
}

/** A sheet's name within a formula or a link. */
export function quoted(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}
