/** What Nest injects the ledger by: the port has two adapters. */
export const LEDGER = Symbol('Ledger');
