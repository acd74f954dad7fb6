/** A table of figures, as the macro `figuresTable` of `surface/pages/tables/figures.njk` shows it. */
export interface FiguresTable {
  /** Unique on its page; begins with a letter. */
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly FiguresColumn[];
  readonly rows: readonly FiguresRow[];
  /** Its cells hold sentences: on a narrow screen each row stands by itself, cell under cell. */
  readonly words?: boolean | undefined;
  /** A line of totals under the rows. */
  readonly total?: FiguresRow | undefined;
  /** Where the same figures are to be had as a file. */
  readonly csvHref?: string | undefined;
}

export interface FiguresColumn {
  readonly heading: string;
  /** Figures stand to the right. */
  readonly numeric: boolean;
}

/** As many cells as there are columns; the first names the row. */
export interface FiguresRow {
  readonly cells: readonly FiguresCell[];
}

export interface FiguresCell {
  readonly text: string;
  /** Where the figure can be opened. */
  readonly href?: string | undefined;
  /** It is a state, shown as a tag in this colour; the text says which. */
  readonly tag?: TagColour | undefined;
  /** Lines of their own under the text. */
  readonly more?: readonly FiguresCell[] | undefined;
}

/** The colours of GOV.UK’s tags. */
export type TagColour = 'grey' | 'green' | 'turquoise' | 'blue' | 'purple' | 'red' | 'orange' | 'yellow';
