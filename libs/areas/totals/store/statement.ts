/** An SQL text with its values, `$1` onward. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Gathers values as it names their places. */
export class Values {
  readonly list: unknown[];
  constructor(...first: readonly unknown[]) {
    this.list = [...first];
  }
  of(value: unknown): string {
    this.list.push(value);
    return `$${this.list.length}`;
  }
}
