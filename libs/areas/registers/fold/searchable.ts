/**
 * A text in the form in which it is searched: capitals, wide letters and ligatures make no difference. Done here and
 * not by the database, whose idea of a capital depends on how it was set up.
 */
export function searchable(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}
