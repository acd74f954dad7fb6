import { chainParts, openingBalanceParts, targetParts } from '#domain/contract/lines.js';
import { sharesOf } from '#domain/contract/contract.js';
import { countingParts } from '#domain/contract/counting.js';
import type { Part } from '#domain/contract/parts.js';
import type { Commitment, ContractState } from '#domain/contract/state.js';
import type { RecordedEvent } from '#domain/kernel/event.js';
import { combiningOf } from '#domain/measures/measure.js';
import { held } from '#domain/kernel/lookup.js';

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

/** The parts of the touched lines, as they count in a state of the contract: of stocks, those of the whole commitment. */
export function countedParts(state: ContractState, touched: Touched): { raw: readonly Part[]; counting: readonly Part[] } {
  const commitment = held(state.commitments, touched.commitment);
  if (!commitment || !state.terms) return { raw: [], counting: [] };
  const combine = combiningOf(commitment.terms.measure);
  if (combine === 'never') return { raw: [], counting: [] };
  const raw = combine === 'sum' && touched.lines ? someLines(state, commitment, touched.lines) : allLines(state, commitment);
  return { raw, counting: countingParts(combine, raw) };
}

function someLines(state: ContractState, commitment: Commitment, lines: NonNullable<Touched['lines']>): readonly Part[] {
  const shares = sharesOf(state);
  const parts: Part[] = [];
  const target = lines.target === undefined ? undefined : held(commitment.targets, lines.target);
  if (target) parts.push(...targetParts(commitment, target, shares));
  const balance = lines.openingBalance === undefined ? undefined : held(commitment.openingBalances, lines.openingBalance);
  if (balance) parts.push(...openingBalanceParts(commitment, lines.openingBalance!, balance, shares));
  const report = lines.report === undefined ? undefined : held(commitment.reports, lines.report);
  if (report) parts.push(...chainParts(commitment, report.root, shares));
  return parts;
}

/** Every part of a commitment, in the order of its targets, opening balances and reports. */
export function allLines(state: ContractState, commitment: Commitment): readonly Part[] {
  const shares = sharesOf(state);
  return [
    ...Object.values(commitment.targets).flatMap((target) => targetParts(commitment, target, shares)),
    ...Object.entries(commitment.openingBalances).flatMap(([key, balance]) => openingBalanceParts(commitment, key, balance, shares)),
    ...Object.keys(commitment.chains).flatMap((root) => chainParts(commitment, root, shares)),
  ];
}
