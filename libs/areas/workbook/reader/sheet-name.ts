/** The name of a sheet as people write it, in the form of the template: “Break clauses” and `break-clauses` are `break_clauses`. */
export function sheetName(text: string): string {
  return text.trim().toLowerCase().replace(/[\s_-]+/g, '_');
}
