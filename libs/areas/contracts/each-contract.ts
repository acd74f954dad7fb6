import { CONTRACT_STREAMS, contractEvolution } from '#domain/contract/contract.js';
import { type ContractState, notRegistered } from '#domain/contract/state.js';
import type { Ledger } from '#engine/ledger/ledger.js';

/** A contract as its stream tells it. */
export interface ContractAtHead {
  readonly stream: string;
  readonly state: ContractState;
}

const PAGE = 5_000;

/**
 * Every contract of an authority as it stood at a position, in the order of their streams' names, read from the ledger
 * page by page: one contract is in memory at a time.
 * @param read called with the number of entries read so far
 */
export async function* eachContract(ledger: Ledger, authority: string, upTo: number, read: (entries: number) => void = () => undefined): AsyncGenerator<ContractAtHead> {
  let after: { readonly stream: string; readonly version: number } | undefined;
  let open: { stream: string; state: ContractState } | undefined;
  let entries = 0;
  for (;;) {
    const page = await ledger.readStreams({ authority, prefix: CONTRACT_STREAMS, after, upTo, limit: PAGE });
    for (const event of page) {
      if (open && open.stream !== event.stream) yield open;
      if (open?.stream !== event.stream) open = { stream: event.stream, state: notRegistered };
      open.state = contractEvolution.evolve(open.state, event);
    }
    entries += page.length;
    read(entries);
    const last = page.at(-1);
    if (!last || page.length < PAGE) break;
    after = { stream: last.stream, version: last.version };
  }
  if (open) yield open;
}
