/** What Nest injects the imported rows by: the port has two adapters. */
export const IMPORTED_ROWS = Symbol('ImportedRows');
