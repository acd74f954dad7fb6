/**
 * A table for a terminal: the first `labels` columns to the left, the others, figures, to the right. A last column to the
 * left may hold sentences: its rule is no longer than its heading, so that it does not wrap.
 */
export function table(headings: readonly string[], rows: readonly (readonly string[])[], labels: number): string {
  const widths = headings.map((heading, column) => Math.max(...[heading, ...rows.map((row) => row[column] ?? '')].map((cell) => [...cell].length)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => (column < labels ? pad(cell, widths[column]!, 'right') : pad(cell, widths[column]!, 'left')))
      .join('  ')
      .trimEnd();
  const rules = widths.map((width, column) => (column === headings.length - 1 && column < labels ? [...headings[column]!].length : width));
  return [line(headings), rules.map((width) => '─'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}

function pad(text: string, width: number, side: 'left' | 'right'): string {
  const spaces = ' '.repeat(Math.max(0, width - [...text].length));
  return side === 'left' ? spaces + text : text + spaces;
}
