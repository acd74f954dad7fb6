import { inForce, lastValidated } from '#domain/contract/chain.js';
import { sharesOf } from '#domain/contract/contract.js';
import { chainParts, openingBalanceParts, targetParts } from '#domain/contract/lines.js';
import type { Part } from '#domain/contract/parts.js';
import type { Commitment, CommitmentTerms, ContractState, DeliveryReport } from '#domain/contract/state.js';
import type { Share } from '#domain/kernel/split.js';

/** What parts of a line were worked out from, but for the line itself. */
interface WorkedOut {
  readonly terms: CommitmentTerms;
  readonly shares: readonly Share[];
  readonly withdrawn: boolean;
  /** Of a chain: the report whose validation counts. */
  readonly validated: DeliveryReport | undefined;
  readonly parts: readonly Part[];
}

/** By target, opening balance, or the report in force of a chain: states share what an event leaves alone. */
const workedOut = new WeakMap<object, WorkedOut>();

/**
 * Every part of a commitment, in the order of its targets, opening balances and reports. Asked again after an event, it
 * answers the same parts, as the same objects, for the lines that the event left alone.
 */
export function partsOfAllLines(state: ContractState, commitment: Commitment): readonly Part[] {
  const shares = sharesOf(state);
  const parts: Part[] = [];
  const add = (line: object, validated: DeliveryReport | undefined, workOut: () => readonly Part[]): void => {
    let known = workedOut.get(line);
    if (known?.terms !== commitment.terms || known.shares !== shares || known.withdrawn !== commitment.withdrawn || known.validated !== validated) {
      known = { terms: commitment.terms, shares, withdrawn: commitment.withdrawn, validated, parts: workOut() };
      workedOut.set(line, known);
    }
    for (const part of known.parts) parts.push(part);
  };
  for (const target of Object.values(commitment.targets)) add(target, undefined, () => targetParts(commitment, target, shares));
  for (const [key, balance] of Object.entries(commitment.openingBalances)) {
    add(balance, undefined, () => openingBalanceParts(commitment, key, balance, shares));
  }
  for (const root of commitment.chains.names()) {
    const current = inForce(commitment, root);
    if (current) add(current, lastValidated(commitment, root), () => chainParts(commitment, root, shares));
  }
  return parts;
}
