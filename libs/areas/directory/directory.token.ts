/** What Nest injects the directory by: the port has two adapters. */
export const DIRECTORY = Symbol('Directory');
