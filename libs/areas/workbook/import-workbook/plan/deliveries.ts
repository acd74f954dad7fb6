import { claimOfReference, decideCorrectDeliveryReport, decideReportDelivery, type ReportDelivery, unusual } from '#areas/delivery/index.js';
import { findReport } from '#domain/contract/chain.js';
import { contractEvolution, contractStream } from '#domain/contract/contract.js';
import { type DeliveryClaim, typedQuantity } from '#domain/contract/delivery-claim.js';
import type { Commitment, ContractState } from '#domain/contract/state.js';
import { unitValueOf } from '#domain/kernel/money.js';
import { refuse } from '#domain/kernel/refusal.js';
import { countedQuantity } from '#domain/measures/count.js';
import { valueOf } from '#domain/measures/value.js';
import type { DeliveryRow } from '../../sheets/deliveries.js';
import type { Row } from '../row.js';
import type { ComparedRow } from './compared-row.js';
import { commitmentOrRefuse } from './commitment-or-refuse.js';
import { refuseMoved } from './contract-in-draft.js';
import { withSigns } from './signs.js';
import type { Planned, Planning, SheetPlan } from './sheet-plan.js';

const LONGEST_REFERENCE = 40;
const QUANTITIES = ['quantity', 'evidenced_quantity'];

/** A new row is a report, or the correction of an earlier row; a changed one corrects what it said before. */
export const deliveriesPlan: SheetPlan<DeliveryRow> = {
  makes: 'delivery report',
  names: { commitment: 'commitment', provider: 'provider', corrects: 'delivery report' },
  columns: { report: 'reference', people: 'people' },
  decide(compared, on) {
    const { row, before } = compared;
    refuseMoved(compared, 'commitment');
    refuseMoved(compared, 'corrects');
    const { state, commitment } = commitmentOrRefuse(row.values.commitment, on);
    if (before) return corrected(compared, state, commitment, on);
    const { corrects } = row.values;
    if (corrects === null) return reported(compared, state, commitment, on);
    return corrected(compared, state, commitment, on, on.standsAs(corrects));
  },
};

function reported(compared: ComparedRow<DeliveryRow>, state: ContractState, commitment: Commitment, on: Planning): Planned {
  const command = { ...claimOf(compared, on), commitment: commitment.reference };
  const { today } = on.around;
  const events = withSigns(compared.row, commitment.terms.measure, QUANTITIES, () => decideReportDelivery(state, command, { today, unusualFigures: 'pass' }));
  for (const fault of unusual(state, commitment, command, null, on.soFar)) on.warn(compared.row, fault);
  countReported(on.soFar, commitment, events[0]!.payload as DeliveryClaim);
  return planned(state, events, command.reference);
}

function corrected(compared: ComparedRow<DeliveryRow>, state: ContractState, commitment: Commitment, on: Planning, named?: string): Planned {
  const { row, before } = compared;
  const corrects = named ?? before?.standsAs ?? row.values.reference;
  const reference = before ? nextReference(state, row.values.reference) : row.values.reference;
  const command = { ...claimOf(compared, on), reference, corrects, commitment: commitment.reference };
  if (!before && !findReport(state, corrects)) refuseOutOfPlace(row, state, on);
  const events = withSigns(row, commitment.terms.measure, QUANTITIES, () => decideCorrectDeliveryReport(state, command, on.around));
  const root = findReport(state, corrects)?.report.root ?? null;
  for (const fault of unusual(state, commitment, command, root, on.soFar)) on.warn(row, fault);
  return planned(state, events, reference);
}

/** Keeps the authority's total up with the rows of the file, so that each line is compared with those before it. */
function countReported(soFar: Planning['soFar'], { terms: { measure } }: Commitment, claim: DeliveryClaim): void {
  const typed = typedQuantity(claim);
  soFar.reports++;
  if (typed !== null && measure.unitValue !== null) soFar.pence += valueOf(countedQuantity(measure.kind, typed, claim), unitValueOf(measure.unitValue));
}

function planned(state: ContractState, events: Planned['events'], reference: string): Planned {
  const stream = contractStream(state.terms!.reference);
  return { stream, evolution: contractEvolution, events, references: [claimOfReference(state, reference)], standsAs: reference };
}

function claimOf({ row: { values } }: ComparedRow<DeliveryRow>, { people, files }: Planning): Omit<ReportDelivery, 'commitment'> {
  const { reference, provider, from, to, quantity, hours, people: howMany, text, item, description, reason } = values;
  return {
    ...{ reference, provider, from, to, quantity, hours, people: howMany, text, item, description, reason },
    inAddition: values.in_addition,
    evidence: values.evidence.map(({ kind, fileName }) => ({ kind, fileName, sha256: fileName === null ? null : (files.get(fileName) ?? null) })),
    evidencedQuantity: values.evidenced_quantity,
    reportedOn: values.reported_on,
    reportedBy: people.id(values.reported_by),
    // The authority keeps the workbook, whoever told it.
    side: 'authority',
  };
}

/** A correction stands below what it corrects, since rows are applied from top to bottom, and in the same contract. */
function refuseOutOfPlace({ number, values }: Row<DeliveryRow>, state: ContractState, { whereabouts }: Planning): void {
  const { corrects, commitment } = values;
  const contract = whereabouts.ofDelivery(corrects ?? undefined);
  if (contract !== undefined && contract !== state.terms!.reference) {
    const rule = `must be a report of the contract ${state.terms!.reference}, which the commitment ${commitment} is of; ${corrects} is one of ${contract}`;
    refuse('corrects', corrects, rule, 'Mend the reference of the report, or that of the commitment.');
  }
  const below = whereabouts.rowOfDelivery(corrects!) ?? 0;
  if (below <= number) return;
  refuse('corrects', corrects, `must stand above the row that corrects it, but it stands in row ${below}`, 'Rows are applied from top to bottom: move this row below that one.');
}

/** The first of `D001 (2)`, `D001 (3)` … that no report of the contract has. */
function nextReference(state: ContractState, reference: string): string {
  for (let count = 2; ; count++) {
    const suffix = ` (${count})`;
    const next = [...reference].slice(0, LONGEST_REFERENCE - suffix.length).join('') + suffix;
    if (!findReport(state, next)) return next;
  }
}
