import type { ContractState } from '#domain/contract/state.js';
import type { RecordedEvent } from '#domain/kernel/event.js';

/** Which lines of a contract an event may change: some lines of one commitment, or all lines of some. */
export interface Touched {
  readonly commitment: string;
  /** Undefined: all of them. */
  /** `report` is any report of the chain that the state before the event holds, if the chain is not new. */
  readonly lines?: { readonly target?: string; readonly openingBalance?: string; readonly report?: string };
}

type Payload = Readonly<Record<string, unknown>>;

/** The lines that an event of a contract's stream may change. */
export function touchedBy(event: RecordedEvent, after: ContractState): readonly Touched[] {
  const payload = event.payload as Payload;
  const commitment = payload['commitment'] as string;
  switch (event.type) {
    case 'ContractVaried':
    case 'ContractCorrected':
    case 'MembersAgreed':
      return Object.keys(after.commitments).map((reference) => ({ commitment: reference }));
    case 'CommitmentMade':
    case 'CommitmentVaried':
    case 'CommitmentCorrected':
    case 'CommitmentWithdrawn':
      return [{ commitment }];
    case 'TargetAgreed':
      return [{ commitment, lines: { target: `${text(payload['from'])}/${text(payload['to'])}` } }];
    case 'OpeningBalanceBroughtForward': {
      const key = `${text(payload['provider'])}/${text(payload['from'])}/${text(payload['to'])}`;
      return [{ commitment, lines: { openingBalance: key } }];
    }
    default:
      return typeof payload['report'] === 'string' ? [{ commitment, lines: { report: text(payload['corrects']) || payload['report'] } }] : [];
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
