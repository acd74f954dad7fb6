import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { StoredEvent } from '../naive-count/naive-count.js';
import { type CsvRow, FENMARCH, fenmarchImports, readSheet } from './fenmarch.js';

/** A fact on its way into the ledger. */
interface Fact {
  readonly stream: string;
  readonly type: string;
  readonly businessDate: string;
  readonly payload: object;
}

/** The golden authority's entries, and the position that each import reached. */
export interface FenmarchLedger {
  readonly events: readonly StoredEvent[];
  readonly positions: readonly number[];
}

/**
 * Writes down Fenmarch's four imports as stored events, the plain way and without any check. Only for trying the naive
 * count before anything else is trusted: the project's own importer is another reader of the same folders.
 */
export function fenmarchLedger(): FenmarchLedger {
  const known = new Known();
  const events: StoredEvent[] = [];
  const versions = new Map<string, number>();
  const positions = fenmarchImports.map((folder) => {
    const recordedAt = `${preparedOn(folder)}T12:00:00.000Z`;
    for (const fact of factsOf(folder, known)) {
      const version = (versions.get(fact.stream) ?? 0) + 1;
      versions.set(fact.stream, version);
      events.push({ authority: FENMARCH, position: events.length + 1, version, recordedAt, actor: 'importer', ...fact });
    }
    return events.length;
  });
  return { events, positions };
}

/** What later rows need of earlier ones, across imports. */
class Known {
  readonly measures = new Map<string, { readonly kind: string; readonly terms: object }>();
  readonly commitments = new Map<string, { readonly contract: string; readonly kind: string; readonly reports: Map<string, CsvRow> }>();
  readonly commitmentOfReport = new Map<string, string>();
}

function preparedOn(folder: string): string {
  return sheet(folder, 'about').find(({ key }) => key === 'prepared_on')!['value']!;
}

function sheet(folder: string, name: string): readonly CsvRow[] {
  return existsSync(join(folder, `${name}.csv`)) ? readSheet(folder, name) : [];
}

function factsOf(folder: string, known: Known): readonly Fact[] {
  const businessDate = preparedOn(folder);
  const rows = (name: string, read: (row: CsvRow) => readonly Omit<Fact, 'businessDate'>[]) =>
    sheet(folder, name).flatMap((row) => read(row).map((fact) => ({ businessDate, ...fact })));
  const members = sheet(folder, 'members');
  return [
    ...rows('providers', provider),
    ...rows('contracts', contract),
    ...[...new Set(members.map((row) => row['contract']!))].map((of) => ({
      stream: `contract:${of}`,
      type: 'MembersAgreed',
      businessDate,
      payload: { members: members.filter((row) => row['contract'] === of).map((row) => ({ provider: row['provider'], share: row['share_percent'] })) },
    })),
    ...rows('measures', (row) => measure(row, known)),
    ...rows('commitments', (row) => commitment(row, known)),
    ...rows('targets', (row) => [
      { stream: streamOf(known, row['commitment']!), type: 'TargetAgreed', payload: { commitment: row['commitment'], from: row['from'], to: row['to'], quantity: row['quantity'] } },
    ]),
    ...rows('opening_balances', (row) => [
      {
        stream: streamOf(known, row['commitment']!),
        type: 'OpeningBalanceBroughtForward',
        payload: {
          commitment: row['commitment'],
          provider: filled(row['provider']),
          from: row['from'],
          to: row['to'],
          quantity: row['quantity'],
          attestedBy: filled(row['attested_by']),
        },
      },
    ]),
    ...rows('deliveries', (row) => [delivery(row, known)]),
    ...rows('reviews', (row) => [review(row, known)]),
    ...rows('returns', (row) => [
      {
        stream: `contract:${row['contract']}`,
        type: 'ReturnSubmitted',
        payload: { provider: row['provider'], from: row['from'], to: row['to'], nil: row['nil'] === 'yes', submittedOn: row['submitted_on'], submittedBy: row['submitted_by'] },
      },
    ]),
    ...rows('closed_years', (row) => [{ stream: 'calendar', type: 'YearClosed', payload: { year: row['year'] } }]),
  ];
}

function filled(cell: string | undefined): string | null {
  return cell === undefined || cell === '' ? null : cell;
}

function list(cell: string | undefined): readonly string[] {
  return (cell ?? '').split(';').map((part) => part.trim()).filter((part) => part !== '');
}

function factorsOf(row: CsvRow) {
  return {
    deadweight: filled(row['deadweight_percent']),
    displacement: filled(row['displacement_percent']),
    leakage: filled(row['leakage_percent']),
    causedByOthers: filled(row['caused_by_others_percent']),
  };
}

function streamOf(known: Known, commitment: string): string {
  return `contract:${known.commitments.get(commitment)!.contract}`;
}

function provider(row: CsvRow) {
  const terms = {
    reference: row['reference'],
    name: row['name'],
    type: row['type'],
    local: filled(row['local']) === null ? null : row['local'] === 'yes',
    place: row['place'],
    companiesHouse: row['companies_house'],
    charityNumber: row['charity_number'],
  };
  return [{ stream: `provider:${row['reference']}`, type: 'ProviderRegistered', payload: { terms } }];
}

function contract(row: CsvRow) {
  const stream = `contract:${row['reference']}`;
  const terms = {
    reference: row['reference'],
    title: row['title'],
    directorate: row['directorate'],
    lead: row['provider'],
    manager: row['manager'],
    startsOn: row['starts_on'],
    endsOn: row['ends_on'],
    valuePence: Number(row['value_gbp']) * 100,
    jurisdiction: row['jurisdiction'],
    regime: row['regime'],
  };
  const schedule = { frequency: row['reporting'], dueWorkingDays: Number(row['due_working_days']) };
  return [
    { stream, type: 'ContractRegistered', payload: { terms } },
    { stream, type: 'ReportingScheduleAgreed', payload: schedule },
  ];
}

function measure(row: CsvRow, known: Known) {
  const terms = {
    measure: row['reference'],
    name: row['name'],
    theme: row['theme'],
    outcome: row['outcome'],
    unit: row['unit'],
    kind: row['kind'],
    combine: row['combine'],
    money: row['money'],
    unitValue: filled(row['unit_value_gbp']),
    valueSource: row['value_source'],
    factors: factorsOf(row),
    tags: list(row['tags']),
  };
  known.measures.set(row['reference']!, { kind: row['kind']!, terms });
  return [{ stream: 'measure-set:own', type: 'MeasureDefined', payload: { terms } }];
}

function commitment(row: CsvRow, known: Known) {
  const frozen = known.measures.get(row['measure']!)!;
  known.commitments.set(row['reference']!, { contract: row['contract']!, kind: frozen.kind, reports: new Map() });
  const terms = {
    measure: frozen.terms,
    provider: filled(row['provider']),
    basis: row['basis'],
    bidReference: row['bid_reference'],
    critical: row['critical'] === 'yes',
    evidenceRequired: list(row['evidence_required']),
    place: row['place'],
    beneficiaryGroup: row['beneficiary_group'],
    beneficiaryAgency: row['beneficiary_agency'],
    priority: row['priority'],
    tags: list(row['tags']),
    factors: factorsOf(row),
  };
  const payload = { commitment: row['reference'], terms, bidSentence: filled(row['bid_sentence']) };
  return [{ stream: `contract:${row['contract']}`, type: 'CommitmentMade', payload }];
}

function delivery(row: CsvRow, known: Known) {
  const report = row['reference']!;
  const { kind, reports } = known.commitments.get(row['commitment']!)!;
  reports.set(report, row);
  known.commitmentOfReport.set(report, row['commitment']!);
  const said = kind === 'text' ? { text: row['text'] } : kind === 'hours x people' ? { hours: row['hours'], people: Number(row['people']) } : { quantity: row['quantity'] };
  const corrects = filled(row['corrects']);
  const evidence = list(row['evidence']).map((piece, place) => {
    const [kindOfEvidence, fileName] = piece.split(':').map((part) => part.trim());
    return { id: `E${place + 1}`, kind: kindOfEvidence, ...(fileName ? { fileName } : {}), sha256: null };
  });
  const payload = {
    report,
    commitment: row['commitment'],
    provider: filled(row['provider']),
    from: row['from'],
    to: row['to'],
    ...said,
    item: row['item'] === 'yes',
    inAddition: row['in_addition'] === 'yes',
    evidence,
    evidencedQuantity: filled(row['evidenced_quantity']),
    reportedOn: row['reported_on'],
    reportedBy: row['reported_by'],
    side: 'provider',
    ...(corrects === null ? {} : { corrects }),
  };
  return { stream: streamOf(known, row['commitment']!), type: corrects === null ? 'DeliveryReported' : 'DeliveryCorrected', payload };
}

function review(row: CsvRow, known: Known) {
  const commitment = known.commitmentOfReport.get(row['delivery']!)!;
  const { kind, reports } = known.commitments.get(commitment)!;
  const stream = streamOf(known, commitment);
  const common = { commitment, report: row['delivery'], reviewedOn: row['reviewed_on'], reviewedBy: row['reviewed_by'] };
  const { decision, method, reason } = row;
  if (decision === 'queried') return { stream, type: 'DeliveryQueried', payload: { ...common, question: reason } };
  if (decision === 'rejected') return { stream, type: 'DeliveryRejected', payload: { ...common, method, reason } };
  const part = decision === 'part validated';
  const accepted = part ? row['quantity']! : reportedInFull(kind, reports.get(row['delivery']!)!);
  return { stream, type: 'DeliveryValidated', payload: { ...common, part, accepted, method, selfReviewed: false, factors: factorsOf(row) } };
}

/** What was typed, hours × people multiplied in thousandths, which all of Fenmarch's hours have at most. */
function reportedInFull(kind: string, row: CsvRow): string | null {
  if (kind === 'text') return null;
  if (kind !== 'hours x people') return row['quantity']!;
  const thousandths = Math.round(Number(row['hours']) * 1000) * Number(row['people']);
  return String(thousandths / 1000);
}
