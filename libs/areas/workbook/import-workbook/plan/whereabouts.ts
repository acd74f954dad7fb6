import type { Ledger } from '#engine/ledger/ledger.js';
import type { CommitmentRow } from '../../sheets/commitments.js';
import type { DeliveryRow } from '../../sheets/deliveries.js';
import type { SheetName } from '../../sheets/template.js';
import type { IdentifiedRow } from './compared-row.js';

/** What is looked up by reference in the ledger. */
export type Named = 'commitment' | 'delivery report' | 'break clause';

/** How many references are looked up at a time. */
const AT_A_TIME = 5_000;

/** Which contract everything in a workbook hangs on: by the ledger, or by the workbook itself. */
export class Whereabouts {
  private readonly recorded = new Map<string, string>();
  private readonly commitments = new Map<string, string>();
  private readonly deliveries = new Map<string, string>();
  private readonly deliveryRows = new Map<string, number>();

  constructor(commitments: readonly IdentifiedRow[], deliveries: readonly IdentifiedRow[]) {
    for (const { row } of commitments) {
      const { reference, contract } = row.values as Partial<CommitmentRow>;
      if (reference !== undefined && contract !== undefined && !this.commitments.has(reference)) this.commitments.set(reference, contract);
    }
    for (const { row } of deliveries) {
      const { reference, commitment } = row.values as Partial<DeliveryRow>;
      if (reference === undefined) continue;
      if (commitment !== undefined && !this.deliveries.has(reference)) this.deliveries.set(reference, commitment);
      if (!this.deliveryRows.has(reference)) this.deliveryRows.set(reference, row.number);
    }
  }

  /** Looks up what the ledger holds under these references. */
  async lookUp(ledger: Ledger, authority: string, kind: Named, references: Iterable<string>): Promise<void> {
    const wanted = [...new Set(references)];
    for (let from = 0; from < wanted.length; from += AT_A_TIME) {
      const found = await ledger.findAll(authority, kind, wanted.slice(from, from + AT_A_TIME));
      for (const [reference, stream] of found) this.recorded.set(key(kind, reference), stream.slice(stream.indexOf(':') + 1));
    }
  }

  /** The contract under which the ledger holds what a reference names. */
  inLedger(kind: Named, reference: string): string | undefined {
    return this.recorded.get(key(kind, reference));
  }

  ofCommitment(reference: string | undefined): string | undefined {
    if (reference === undefined) return undefined;
    return this.inLedger('commitment', reference) ?? this.commitments.get(reference);
  }

  ofDelivery(reference: string | undefined): string | undefined {
    if (reference === undefined) return undefined;
    return this.inLedger('delivery report', reference) ?? this.ofCommitment(this.deliveries.get(reference));
  }

  /** The row of the file in which a delivery stands. */
  rowOfDelivery(reference: string): number | undefined {
    return this.deliveryRows.get(reference);
  }

  /** The contract that a row of a sheet hangs on; undefined where it hangs on none, or on one that cannot be found. */
  of(sheet: SheetName, values: object): string | undefined {
    const { reference, contract, commitment, delivery } = values as Readonly<Record<string, string | undefined>>;
    switch (sheet) {
      case 'contracts':
        return reference;
      case 'members':
      case 'commitments':
      case 'returns':
      case 'break_clauses':
        return contract;
      case 'targets':
      case 'opening_balances':
      case 'deliveries':
        return this.ofCommitment(commitment);
      case 'reviews':
        return this.ofDelivery(delivery);
      default:
        return undefined;
    }
  }
}

function key(kind: Named, reference: string): string {
  return `${kind}\n${reference}`;
}
