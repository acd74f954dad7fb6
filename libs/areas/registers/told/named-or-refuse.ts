import { refuse } from '#domain/kernel/refusal.js';
import type { Ledger } from '#engine/ledger/ledger.js';

/** What a question names; undefined: nothing. */
interface Named {
  readonly contract?: string | undefined;
  /** The provider from whom something is due. */
  readonly from?: string | undefined;
}

/** Refuses a question about a contract or a provider that the authority does not have: that nothing is found of it would read as if all were well. */
export async function namedOrRefuse(ledger: Pick<Ledger, 'find'>, authority: string, { contract, from }: Named): Promise<void> {
  if (contract !== undefined && (await ledger.find(authority, 'contract', contract)) === undefined) {
    refuse('contract', contract, 'must be a contract of this authority', 'Look its reference up in the list of contracts.');
  }
  if (from !== undefined && (await ledger.find(authority, 'provider', from)) === undefined) {
    refuse('from', from, 'must be a provider of this authority', 'Look its reference up in the list of providers.');
  }
}
