import type { Directory } from '#areas/directory/index.js';
import { CALENDAR_STREAM, calendarEvolution } from '#domain/authority/calendar.js';
import { POLICY_STREAM, policyEvolution } from '#domain/authority/policy.js';
import { providerEvolution, type ProviderState, providerStream } from '#domain/authority/provider.js';
import { contractEvolution, contractStream } from '#domain/contract/contract.js';
import type { NewEvent } from '#domain/kernel/event.js';
import { measureSetEvolution, OWN_MEASURES_STREAM } from '#domain/measures/measure-set.js';
import type { Ledger, Reference } from '#engine/ledger/ledger.js';
import { identityOf, contentOf } from '../import-workbook/content.js';
import { People } from '../import-workbook/people.js';
import { type ComparedRow, compareRow } from '../import-workbook/plan/compared-row.js';
import { Draft } from '../import-workbook/plan/draft.js';
import { RowPlanner } from '../import-workbook/plan/row-planner.js';
import type { GivenChange, Planning } from '../import-workbook/plan/sheet-plan.js';
import { sheetPlans } from '../import-workbook/plan/sheet-plans.js';
import { Whereabouts } from '../import-workbook/plan/whereabouts.js';
import { Problems } from '../import-workbook/problems.js';
import type { WorkbookRows } from '../import-workbook/read-workbook.js';
import type { Row } from '../import-workbook/row.js';
import type { ImportedRow } from '../imported-rows/imported-rows.js';
import type { MemberRow } from '../sheets/members.js';
import { SHEET_NAMES, type SheetName } from '../sheets/template.js';
import { asRead, type RowsByHand } from './made-rows.js';

/** What rows come to. */
export interface DecidedRows {
  readonly events: readonly { readonly stream: string; readonly event: NewEvent }[];
  readonly references: readonly Reference[];
}

/** The sheets whose rows may come again and say something else. */
const RESTATED: ReadonlySet<SheetName> = new Set(['providers', 'targets']);
const NOTHING_GIVEN: GivenChange = { kind: undefined, reason: undefined };

/**
 * Decides rows that no file holds, one workbook after the other, just as imports of them would, for an authority that
 * has nothing but them; what was decided stays in memory and nothing is written. Each workbook stands on those before.
 */
export class RowsDecided {
  private readonly standing = new Map<string, string>();
  private readonly restated = new Map<SheetName, Map<string, ImportedRow>>([...RESTATED].map((sheet) => [sheet, new Map<string, ImportedRow>()]));
  private readonly soFar = { reports: 0, pence: 0 };

  private constructor(
    private readonly workbooks: readonly WorkbookRows[],
    private readonly people: People,
    private readonly draft: Draft,
    private readonly whereabouts: Whereabouts,
  ) {}

  /**
   * @param workbooks in the order in which they come
   * @param before what stands in the authority's own streams already: its measures, its calendar
   */
  static async of(directory: Directory, authority: string, workbooks: readonly RowsByHand[], before: DecidedRows['events'] = []): Promise<RowsDecided> {
    const read = workbooks.map(asRead);
    const all = <Name extends SheetName>(name: Name): readonly Row[] => read.flatMap((rows): readonly Row[] => rows[name]);
    const people = await People.named(directory, authority, SHEET_NAMES.flatMap(all));
    if (people.unmet.size > 0) throw new Error('People must be in the directory before rows that name them are decided.');
    const draft = new Draft(streamsOf(before), authority);
    const identified = (row: Row): ComparedRow => ({ row, identity: undefined, sound: true, content: '', before: undefined, changed: [] });
    const whereabouts = new Whereabouts(all('commitments').map(identified), all('deliveries').map(identified));
    await draft.read(references(all('contracts')).map(contractStream), contractEvolution);
    await draft.read(references(all('providers')).map(providerStream), providerEvolution);
    await draft.read([OWN_MEASURES_STREAM], measureSetEvolution);
    await draft.read([CALENDAR_STREAM], calendarEvolution);
    await draft.read([POLICY_STREAM], policyEvolution);
    return new RowsDecided(read, people, draft, whereabouts);
  }

  /**
   * Decides the rows of a workbook.
   * @param today the day on which it comes in
   * @throws Error where a row is refused: whoever makes rows makes none that break a rule
   */
  decide(workbook: number, today: string, given: GivenChange = NOTHING_GIVEN): DecidedRows {
    const problems = new Problems();
    const rows = this.workbooks[workbook]!;
    const sheets = Object.fromEntries(SHEET_NAMES.map((sheet) => [sheet, rows[sheet].map((row) => this.compared(sheet, row))])) as unknown as Record<SheetName, readonly ComparedRow[]>;
    const members = sheets.members as readonly ComparedRow<MemberRow>[];
    const { draft, people, whereabouts, soFar } = this;
    const planning: Planning = {
      ...{ draft, people, whereabouts, given, soFar },
      around: { today, selfReviewAllowed: false },
      files: new Map(),
      isProvider: (reference) => draft.has(providerStream(reference)) && draft.state<ProviderState>(providerStream(reference)).terms !== null,
      standsAs: (delivery) => this.standing.get(delivery) ?? delivery,
      membersOf: (contract) => members.filter(({ row }) => row.values.contract === contract),
      warn: () => undefined,
    };
    const planner = new RowPlanner(planning, problems, new Problems(), new Set());
    for (const sheet of SHEET_NAMES) {
      for (const row of sheets[sheet]) {
        const planned = planner.plan(sheet, sheetPlans[sheet], row);
        if (planned?.standsAs !== undefined) this.standing.set(row.identity!, planned.standsAs);
        this.remember(sheet, row);
      }
    }
    if (!problems.none) throw new Error(`A row that was made is refused: ${JSON.stringify(problems.list(SHEET_NAMES)[0])}`);
    const { outcomes } = planner;
    return { events: outcomes.flatMap(({ events }) => events), references: outcomes.flatMap((outcome) => outcome.references) };
  }

  /** A row beside what it said before, where it may have been said before; the others are taken as new. */
  private compared(sheet: SheetName, row: Row): ComparedRow {
    const identity = identityOf(row, this.people)!;
    const last = this.restated.get(sheet);
    if (last?.has(identity)) return compareRow({ row, identity, sound: true }, last, this.people);
    return { row, identity, sound: true, content: '', before: undefined, changed: [] };
  }

  private remember(sheet: SheetName, { row, identity }: ComparedRow): void {
    this.restated.get(sheet)?.set(identity!, { sheet, identity: identity!, content: contentOf(row, this.people), standsAs: null });
  }
}

function references(rows: readonly Row[]): readonly string[] {
  return rows.map(({ values }) => (values as { readonly reference: string }).reference);
}

/** Streams that hold these events and no others. */
function streamsOf(before: DecidedRows['events']): Pick<Ledger, 'readStream'> {
  return {
    readStream: (authority, stream) =>
      Promise.resolve(
        before
          .filter((one) => one.stream === stream)
          .map(({ event }, index) => ({ ...event, authority, stream, position: 0, version: index + 1, eventId: '', schemaVersion: 1, recordedAt: '', actor: '' })),
      ),
  };
}
