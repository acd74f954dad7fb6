/** What Nest injects the past imports by: the port has two adapters. */
export const PAST_IMPORTS = Symbol('PastImports');
