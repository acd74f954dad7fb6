import { rowOf, type SheetName, type TemplateRow } from '#areas/workbook/index.js';
import { dateIn, type IsoDate } from '#domain/kernel/date.js';
import type { Moment } from '../setting.js';
import { lastStated } from './last-stated.js';
import type { MadeRow } from './made-row.js';

/** Rows as they are made; what would come after the last moment has not happened yet. */
export class MadeRows {
  readonly rows: MadeRow[] = [];
  /** Entries that the rows come to in a ledger. */
  events = 0;
  private readonly members = new Set<string>();
  private readonly days: readonly IsoDate[];

  constructor(moments: readonly Moment[]) {
    this.days = moments.map(({ at }) => dateIn(at));
  }

  /** The moment at which what happened on a day comes in; undefined: it is still to come. */
  momentOf(day: IsoDate): number | undefined {
    const place = this.days.findIndex((at) => at >= day);
    return place === -1 ? undefined : place;
  }

  /** The day of a moment. */
  dayOf(moment: number): IsoDate {
    return this.days[moment]!;
  }

  /** Adds a row that comes in at a moment; columns that are left out are blank. */
  add<Name extends SheetName>(sheet: Name, moment: number, given: Partial<TemplateRow<Name>>): MadeRow<Name> {
    const row = { sheet, moment, values: rowOf(sheet, given) };
    this.rows.push(row);
    this.events += this.entriesOf(row);
    return row;
  }

  /** Keeps of the rows that were made from one on what is last stated (`last-stated.ts`). */
  keepLastStated(from: number): void {
    const made = this.rows.splice(from);
    const kept = lastStated(made);
    for (const row of kept) this.rows.push(row);
    // Each row that may be left out is an entry.
    this.events -= made.length - kept.length;
  }

  /** A contract comes with its schedule; the members of a contract are one entry. */
  private entriesOf({ sheet, values }: MadeRow): number {
    if (sheet === 'contracts') return 2;
    if (sheet !== 'members') return 1;
    const { contract } = values as TemplateRow<'members'>;
    if (this.members.has(contract)) return 0;
    this.members.add(contract);
    return 1;
  }
}
