import { refuse } from '#domain/kernel/refusal.js';
import type { Head, Ledger } from './ledger.js';

/**
 * Where an authority's ledger ends.
 * @throws {Refusal} `not found` for an authority without a ledger
 */
export async function headOrRefuse(ledger: Pick<Ledger, 'head'>, authority: string): Promise<Head> {
  return (
    (await ledger.head(authority)) ??
    refuse('authority', authority, 'must have a ledger', 'Open it first, or look the code up under /api/authorities.', 'not found')
  );
}
