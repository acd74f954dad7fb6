import { contractEvolution } from '#domain/contract/contract.js';
import { reportedAmount } from '#domain/contract/lines.js';
import type { Commitment, ContractState, DeliveryReport } from '#domain/contract/state.js';
import { fold } from '#domain/kernel/decider.js';
import type { RecordedEvent } from '#domain/kernel/event.js';
import { byCodePoint } from '#domain/kernel/split.js';
import type { ListedContract, WaitingReport } from '../../libs/areas/registers/store/register-store.js';

/** All that the register of an authority holds. */
export interface Register {
  readonly contracts: readonly ListedContract[];
  readonly waiting: readonly WaitingReport[];
}

type Named = (reference: string) => { readonly reference: string; readonly name: string };

/** Reads the register off the final states of the contracts, and all that these do not say off the raw events. */
export function naiveRegister(events: readonly RecordedEvent[]): Register {
  const names = new Map<string, string>();
  for (const { stream, payload } of events) {
    const { terms } = payload as { terms?: { reference: string; name: string } };
    if (stream.startsWith('provider:')) names.set(terms!.reference, terms!.name);
  }
  const streams = [...new Set(events.map(({ stream }) => stream))].filter((stream) => stream.startsWith('contract:'));
  const histories = streams.map((stream) => events.filter((event) => event.stream === stream));
  const contracts = histories.map((history) => ({ history, state: fold(contractEvolution, history) }));
  const current = contracts.flatMap(({ history, state }) =>
    Object.values(state.commitments).flatMap((commitment) =>
      commitment.chains.values().flatMap((chain) => {
        const standing = chain.map((reference) => commitment.reports.get(reference)!).filter(isStanding);
        return standing.slice(-1).map((report) => ({ history, state, commitment, report }));
      }),
    ),
  );
  const named = (reference: string) => ({ reference, name: names.get(reference) ?? '' });
  return {
    contracts: contracts
      .map(({ history, state }) => naiveContract(history, state, current.filter((one) => one.state === state && isUndecided(one.report)).length, named))
      .sort((a, b) => byCodePoint(a.reference, b.reference)),
    waiting: current
      .filter(({ report }) => isUndecided(report))
      .map(({ history, state, commitment, report }) => ({
        ...naiveWaiting(history, state, commitment, report, named),
        sharedFiles: report.evidence
          .map(({ id, sha256 }) => ({
            evidence: id,
            sha256: sha256!,
            alsoBehind: current
              .filter((other) => other.report !== report && sha256 !== null && other.report.evidence.some((piece) => piece.sha256 === sha256))
              .map((other) => other.report.reference)
              .sort(byCodePoint),
          }))
          .filter(({ alsoBehind }) => alsoBehind.length > 0)
          .sort((a, b) => byCodePoint(a.evidence, b.evidence)),
      }))
      .sort((a, b) => a.sincePosition - b.sincePosition),
  };
}

const isStanding = (report: DeliveryReport) => report.standing === 'stands' && !(report.corrects !== null && report.decision?.kind === 'rejected');
const isUndecided = ({ decision }: DeliveryReport) => decision === null || decision.kind === 'queried';

function naiveContract(history: readonly RecordedEvent[], state: ContractState, undecidedReports: number, named: Named): ListedContract {
  const { lead, manager, reference, title, directorate, startsOn, endsOn, valuePence } = state.terms!;
  const lastRecordedAt = history.at(-1)!.recordedAt;
  const commitments = Object.values(state.commitments).filter(({ withdrawn }) => !withdrawn).length;
  const status = state.completedOn === null ? 'running' : 'completed';
  return { reference, title, directorate, provider: named(lead), manager, startsOn, endsOn, valuePence, status, commitments, undecidedReports, lastRecordedAt };
}

function naiveWaiting(
  history: readonly RecordedEvent[],
  state: ContractState,
  { reference: commitment, terms }: Commitment,
  report: DeliveryReport,
  named: Named,
): Omit<WaitingReport, 'sharedFiles'> {
  type Told = { report?: string; description?: { sha256: string }; text?: { sha256: string }; question?: { sha256: string }; answer?: { sha256: string }; reportedOn: string; side: WaitingReport['side'] };
  const about = history.filter(({ payload }) => (payload as Told).report === report.reference);
  const of = (...types: string[]) => about.filter(({ type }) => types.includes(type));
  const [made] = of('DeliveryReported', 'DeliveryCorrected');
  const said = made!.payload as Told;
  const turn = of('DeliveryReported', 'DeliveryCorrected', 'DeliveryQueried', 'QueryAnswered', 'ValidationWithdrawn').at(-1)!;
  const asked = of('DeliveryQueried').at(-1);
  const answered = of('QueryAnswered').at(-1);
  const answeredThat = answered && asked && answered.position > asked.position ? answered : undefined;
  const missing = terms.evidenceRequired.filter((kind) => !report.evidence.some((piece) => piece.kind === kind));
  const supportsAll = report.evidencedQuantity === null || report.quantity === null || abs(report.evidencedQuantity) >= abs(report.quantity);
  const provider = report.provider ?? terms.provider;
  return {
    report: report.reference,
    corrects: report.corrects,
    contract: state.terms!.reference,
    contractTitle: state.terms!.title,
    commitment,
    measure: terms.measure.measure,
    measureName: terms.measure.name,
    unit: terms.measure.unit,
    provider: provider === null ? null : named(provider),
    from: report.from,
    to: report.to,
    quantity: decimalOf(report.quantity),
    said: said.text?.sha256 ?? null,
    valuePence: terms.measure.unitValue === null || report.quantity === null ? null : reportedAmount({ terms } as Commitment, report).pence,
    description: said.description?.sha256 ?? null,
    evidenceMissing: missing,
    evidenceSupports: decimalOf(report.evidencedQuantity),
    evidenceComplete: terms.evidenceRequired.length === 0 || (missing.length === 0 && supportsAll),
    reportedOn: said.reportedOn,
    reportedBy: report.reportedBy,
    side: said.side,
    state: ({ DeliveryQueried: 'queried', QueryAnswered: 'answered', ValidationWithdrawn: 'validation withdrawn' } as const)[turn.type] ?? 'never reviewed',
    question: (asked?.payload as Told | undefined)?.question?.sha256 ?? null,
    answer: (answeredThat?.payload as Told | undefined)?.answer?.sha256 ?? null,
    sincePosition: turn.position,
    since: turn.recordedAt,
  };
}

const abs = (value: bigint) => (value < 0n ? -value : value);

function decimalOf(micros: bigint | null): string | null {
  return micros === null ? null : `${micros < 0n ? '-' : ''}${String(abs(micros) / 1_000_000n)}.${String(abs(micros) % 1_000_000n).padStart(6, '0')}`.replace(/\.?0+$/, '');
}
