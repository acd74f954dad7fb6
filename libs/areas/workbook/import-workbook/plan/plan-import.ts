import type { Surroundings } from '#areas/contracts/index.js';
import type { ReportedToAuthority } from '#areas/delivery/index.js';
import type { Directory } from '#areas/directory/index.js';
import { type ProviderState, providerStream } from '#domain/authority/provider.js';
import { POLICY_STREAM, type PolicyState } from '#domain/authority/policy.js';
import { contractStream } from '#domain/contract/contract.js';
import type { ContractState } from '#domain/contract/state.js';
import type { Head, Ledger } from '#engine/ledger/ledger.js';
import type { ImportedRow, ImportedRows } from '../../imported-rows/imported-rows.js';
import type { WorkbookReader } from '../../reader/workbook-reader.js';
import type { MemberRow } from '../../sheets/members.js';
import { SHEET_NAMES, type SheetName } from '../../sheets/template.js';
import type { AbsentRow, ChangedCell } from '../import-answer.js';
import { People } from '../people.js';
import type { Problems } from '../problems.js';
import type { ReadWorkbook } from '../read-workbook.js';
import { addAt, type Row } from '../row.js';
import { changedCells } from './changed-cells.js';
import type { ComparedRow } from './compared-row.js';
import { type ComparedSheets, compareWorkbook } from './compare-workbook.js';
import type { Draft } from './draft.js';
import { evidenceHashes } from './evidence-hashes.js';
import { readGround } from './ground.js';
import { RowPlanner } from './row-planner.js';
import type { GivenChange, Planning } from './sheet-plan.js';
import { sheetPlans } from './sheet-plans.js';
import { settle, type Verdict } from './verdict.js';

export interface PlanPorts {
  readonly ledger: Ledger;
  readonly directory: Directory;
  readonly importedRows: ImportedRows;
  /** What was reported to an authority before; without it each line is compared with the file's own alone. */
  readonly reported?: ReportedToAuthority | undefined;
}

export interface PlanRequest {
  readonly authority: string;
  /** Undefined: the authority has no ledger yet. */
  readonly head: Head | undefined;
  readonly workbook: ReadWorkbook;
  readonly reader: WorkbookReader;
  /** The day that it is in London. */
  readonly today: string;
  readonly given: GivenChange;
  readonly allOrNothing: boolean;
  readonly problems: Problems;
  readonly warnings: Problems;
  readonly progress: (rows: number) => void;
}

/** What an import would write, and what it would answer. */
export interface ImportPlan extends Verdict {
  readonly draft: Draft;
  readonly absent: readonly AbsentRow[];
  /** What changed rows that go in said before, and say now: the first cells of them. */
  readonly changes: readonly ChangedCell[];
  /** Whom nobody has met before, and the ids under which they stand in the plan, which nobody has yet. */
  readonly unmet: ReadonlyMap<string, string>;
}

/** How many rows are decided before others get a turn. */
const A_TURN = 500;

/** Compares a workbook with what was imported before, and decides every new and changed row. Writes nothing. */
export async function planImport(ports: PlanPorts, request: PlanRequest): Promise<ImportPlan> {
  const { authority, workbook, problems, warnings } = request;
  const rows = SHEET_NAMES.flatMap((name): readonly Row[] => workbook.rows[name]);
  const people = await People.named(ports.directory, authority, rows);
  const { sheets, absent } = await compareWorkbook(ports.importedRows, authority, workbook, people, problems);
  const { draft, whereabouts } = await readGround(ports.ledger, authority, sheets, (request.head?.position ?? 0) === 0);
  const standing = await standingDeliveries(ports.importedRows, authority, workbook);
  const members = byContract(sheets.members as readonly ComparedRow<MemberRow>[]);
  const planning: Planning = {
    ...{ draft, people, whereabouts, given: request.given },
    soFar: { reports: 0, pence: 0, ...(await ports.reported?.soFar(authority)) },
    around: surroundings(draft, request.today),
    files: await evidenceHashes(request.reader, sheets.deliveries),
    isProvider: (reference) => knownProvider(draft, reference) || planner.isDown('provider', reference),
    standsAs: (delivery) => standing.get(delivery) ?? delivery,
    membersOf: (contract) => members.get(contract) ?? [],
    warn: (row, { field, rule, fix }) => addAt(warnings, row, field, rule, fix),
  };
  const planner: RowPlanner = new RowPlanner(planning, problems, warnings, notWhollyRead(workbook.broken, sheets));
  let decided = 0;
  for (const sheet of SHEET_NAMES) {
    for (const row of sheets[sheet]) {
      const planned = planner.plan(sheet, sheetPlans[sheet], row);
      if (planned?.standsAs !== undefined) standing.set(row.identity!, planned.standsAs);
      if (++decided % A_TURN > 0) continue;
      request.progress(decided);
      await new Promise(setImmediate);
    }
  }
  request.progress(decided);
  const { outcomes, unchanged, refused, broken } = planner;
  const inFile = new Set(workbook.rows.contracts.map(({ values }) => values.reference));
  const verdict = settle({
    ...{ outcomes, broken },
    sheets: SHEET_NAMES.map((sheet) => ({
      ...{ sheet, rows: workbook.rows[sheet].length, unchanged: unchanged.get(sheet) ?? 0, refused: refused.get(sheet) ?? 0 },
      absent: absent.filter((row) => row.sheet === sheet).length,
    })),
    isContract: (reference) => inFile.has(reference) || draft.state<ContractState>(contractStream(reference)).version > 0,
    nothing: workbook.broken.size > 0 || (request.allOrNothing && !problems.none),
  });
  const changes = await changedCells(ports.directory, authority, verdict.goesIn);
  return { ...verdict, draft, absent, changes, unmet: people.unmet };
}

/**
 * The sheets of which not everything is known that they make: those that could not be read, and those with a row whose
 * reference could not. What names something that is nowhere may mean one of these.
 */
function notWhollyRead(broken: ReadonlySet<SheetName>, sheets: ComparedSheets): ReadonlySet<SheetName> {
  const nameless = SHEET_NAMES.filter((name) => sheetPlans[name].makes && sheets[name].some(({ identity }) => identity === undefined));
  return new Set([...broken, ...nameless]);
}

/** The references under which the latest statements of deliveries imported before stand, where rows name them. */
async function standingDeliveries(imported: ImportedRows, authority: string, { rows }: ReadWorkbook): Promise<Map<string, string>> {
  const named = new Set<string>();
  for (const { values } of rows.reviews) if (values.delivery) named.add(values.delivery);
  for (const { values } of rows.deliveries) if (values.corrects) named.add(values.corrects);
  const last = named.size > 0 ? await imported.last(authority, 'deliveries', [...named]) : new Map<string, ImportedRow>();
  return new Map([...last].flatMap(([reference, { standsAs }]) => (standsAs === null ? [] : [[reference, standsAs]])));
}

function byContract(members: readonly ComparedRow<MemberRow>[]): ReadonlyMap<string, readonly ComparedRow<MemberRow>[]> {
  const grouped = new Map<string, ComparedRow<MemberRow>[]>();
  for (const member of members) {
    const { contract } = member.row.values;
    const group = grouped.get(contract);
    if (group) group.push(member);
    else grouped.set(contract, [member]);
  }
  return grouped;
}

/** Who is named by no row that is new or changed stands in a contract already. */
function knownProvider(draft: Draft, reference: string): boolean {
  const stream = providerStream(reference);
  return !draft.has(stream) || draft.state<ProviderState>(stream).terms !== null;
}

function surroundings(draft: Draft, today: string): Surroundings {
  const { selfReviewAllowed } = draft.state<PolicyState>(POLICY_STREAM);
  return { today, selfReviewAllowed };
}
