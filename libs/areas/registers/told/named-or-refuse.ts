import { refuse } from '#domain/kernel/refusal.js';
import type { Ledger } from '#engine/ledger/ledger.js';

/** Refuses a question about a contract that the authority does not have: that nothing is found of it would read as if all were well. */
export async function namedOrRefuse(ledger: Pick<Ledger, 'find'>, authority: string, contract: string | undefined): Promise<void> {
  if (contract !== undefined && (await ledger.find(authority, 'contract', contract)) === undefined) {
    refuse('contract', contract, 'must be a contract of this authority', 'Look its reference up in the list of contracts.');
  }
}
