/** What is wrong with a field of a form, as the error summary says it. */
export interface FieldError {
  readonly field: string;
  readonly text: string;
  /** The field, on the page. */
  readonly href: string;
}

export function fieldError(field: string, text: string): FieldError {
  return { field, text, href: `#${field}` };
}

/** What is wrong with one field; undefined where nothing is. */
export function errorAt(field: string, errors: readonly FieldError[]): string | undefined {
  return errors.find((error) => error.field === field)?.text;
}
