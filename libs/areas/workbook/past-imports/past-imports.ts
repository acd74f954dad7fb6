import type { ImportAnswer, ImportCounts } from '../import-workbook/import-answer.js';

/** An import that was asked for. */
export interface AskedImport {
  readonly id: string;
  /** SHA-256, hexadecimal, of the workbook and the options. */
  readonly request: string;
  /** The opaque id of the person who asked. */
  readonly actor: string;
  /** An ISO instant. */
  readonly askedAt: string;
}

/** An import, and what became of it: neither answer nor failure while it is under way. */
export interface PastImport extends AskedImport {
  readonly endedAt: string | null;
  /** Without what was typed of people: it is kept for ever. */
  readonly answer: ImportAnswer | null;
  /** Why it broke off, in words. */
  readonly failure: string | null;
}

/** How an import stands: its answer in short. */
export interface ImportStanding extends Pick<PastImport, 'id' | 'endedAt' | 'failure'> {
  readonly answer: { readonly status: ImportAnswer['status']; readonly counts: ImportCounts } | null;
}

/** The imports of an authority, kept beside the ledger: whoever asked for one may come back for its answer. */
export interface PastImports {
  /** Notes an import; where one of its id is known, changes nothing and answers that one. */
  ask(authority: string, asked: AskedImport): Promise<PastImport | undefined>;
  /** Notes what became of an import; one that has ended stays as it is. */
  end(authority: string, id: string, endedAt: string, outcome: { readonly answer: ImportAnswer } | { readonly failure: string }): Promise<void>;
  find(authority: string, id: string): Promise<PastImport | undefined>;
  /** How imports stand, by their ids; those that are not known are left out. */
  standings(authority: string, ids: readonly string[]): Promise<ReadonlyMap<string, ImportStanding>>;
  /** The latest first, of those asked for before the one named. */
  list(authority: string, limit: number, before?: { readonly askedAt: string; readonly id: string }): Promise<readonly PastImport[]>;
}
