/** Fields of forms, as the macros of `surface/pages/forms/fields.njk` show them. `name` is unique on its page: errors lead to it. */
interface Field {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
}

/** One or more files. */
export type FilesField = Field;

/** A few lines of text. */
export interface LongTextField extends Field {
  /** As it was typed. */
  readonly value: string;
}

/** One of a few answers, or none. */
export interface ChoiceField extends Field {
  readonly items: readonly { readonly value: string; readonly text: string; readonly hint?: string; readonly chosen: boolean }[];
}

/** Something that may be ticked. */
export interface TickField extends Field {
  readonly ticked: boolean;
}
