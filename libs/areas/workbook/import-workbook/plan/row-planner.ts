import { type Fault, Refusal, refuse } from '#domain/kernel/refusal.js';
import type { SheetName } from '../../sheets/template.js';
import { isTypedOverExample } from '../example.js';
import { addAt } from '../row.js';
import type { Problems } from '../problems.js';
import { type Broken, oneMore, type RefusedRow } from './broken.js';
import type { ComparedRow } from './compared-row.js';
import type { RowOutcome } from './outcome.js';
import { reusedReference } from './reused-reference.js';
import { columnOf, inColumns, type Planned, type Planning, type SheetPlan, type Thing } from './sheet-plan.js';
import { unknownReference } from './unknown-references.js';

/**
 * Decides rows one after the other, and follows what each refusal brings down: what hangs on a refused row is left
 * out in silence, and its contract is held back.
 */
export class RowPlanner {
  readonly outcomes: RowOutcome[] = [];
  /** How many rows of a sheet say what they said before. */
  readonly unchanged = new Map<SheetName, number>();
  /** How many rows of a sheet are refused. */
  readonly refused = new Map<SheetName, number>();
  /** Contracts with something wrong. */
  readonly broken = new Map<string, Broken>();
  /** What would have been made, had a row not been refused; and that row. */
  private readonly down = new Map<string, RefusedRow>();

  constructor(
    private readonly on: Planning,
    private readonly problems: Problems,
    private readonly warnings: Problems,
    /** Not all rows of these sheets are known: what names something that is nowhere may name one of them. */
    private readonly unread: ReadonlySet<SheetName>,
  ) {}

  /** Decides one row; answers what it comes to, where it is new or changed and in order. */
  plan(sheet: SheetName, how: SheetPlan, compared: ComparedRow): Planned | undefined {
    const { row, sound, before, changed } = compared;
    const at = { sheet, how, compared, contract: this.on.whereabouts.of(sheet, row.values) };
    if (!sound) {
      this.tellUnknown(at);
      this.refuse(at);
    } else if (before && changed.length === 0) this.pass(sheet, compared);
    else {
      const refused = this.followsFrom(at);
      if (!refused) return this.decide(at);
      if (this.tellUnknown(at)) this.refuse(at);
      else this.bringDown(at, refused);
    }
    return undefined;
  }

  private decide(at: At): Planned | undefined {
    try {
      this.refuseTaken(at);
      const planned = at.how.decide(at.compared, this.on);
      this.warnOfRenamed(at);
      const reused = at.compared.before && reusedReference(at.sheet, at.compared);
      if (reused) this.on.warn(at.compared.row, reused);
      this.take(at, planned);
      return planned;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const own = error.faults.filter((fault) => !this.followsFromElsewhere(at, fault));
      for (const fault of own) this.explain(at, fault);
      if (own.length > 0) this.refuse(at);
      else this.bringDown(at, this.down.get(key('members', at.contract ?? '')));
      return undefined;
    }
  }

  /** Whether the row that would have made something was refused. */
  isDown(thing: Thing, reference: string): boolean {
    return this.down.has(key(thing, reference));
  }

  /** A new row may not take a reference that came into the ledger in another way. */
  private refuseTaken({ how: { makes }, compared: { row, before } }: At): void {
    if (before || (makes !== 'commitment' && makes !== 'delivery report' && makes !== 'break clause')) return;
    const { reference } = row.values as { reference: string };
    const contract = this.on.whereabouts.inLedger(makes, reference);
    if (contract === undefined) return;
    const rule = `must not be another ${makes}’s in this authority; ${reference} is one of the contract ${contract}, and no import brought it`;
    refuse('reference', reference, rule, 'Choose another reference, or change it on its page.', 'conflict');
  }

  /** What stands under a reference counts twice if it was only given another; it may be another one just alike, too. */
  private warnOfRenamed({ compared: { row, renamed } }: At): void {
    if (renamed === undefined) return;
    const rule = `is just what ${renamed} says, which was imported before and is in the sheet no more`;
    addAt(this.warnings, row, 'reference', rule, `If it is ${renamed} under another reference, it counts twice now: withdraw one of the two. If it is another one just alike, leave it.`);
  }

  private take({ sheet, compared, contract }: At, planned: Planned | undefined): void {
    const { identity, content, before, changed } = compared;
    if (planned) this.on.draft.add(planned.stream, planned.evolution, planned.events);
    this.outcomes.push({
      row: compared.row,
      sheet,
      contract,
      standing: before ? 'changed' : 'added',
      events: planned?.events.map((event) => ({ stream: planned.stream, event })) ?? [],
      references: planned?.references ?? [],
      imported: { sheet, identity: identity!, content, standsAs: planned?.standsAs ?? null },
      ...{ before, changed },
    });
  }

  /** A row that says what it said before; only columns that pass may differ. */
  private pass(sheet: SheetName, { row, content, before }: ComparedRow): void {
    this.unchanged.set(sheet, (this.unchanged.get(sheet) ?? 0) + 1);
    if (content === before!.content) return;
    const [column = ''] = row.sheet.passing;
    addAt(this.warnings, row, column, 'differs from when the row was last imported, and nothing else does', 'Nothing was changed; change a figure too, or leave it.');
  }

  private refuse(at: At): void {
    const { sheet, compared } = at;
    this.refused.set(sheet, (this.refused.get(sheet) ?? 0) + 1);
    this.bringDown(at, { sheet, row: compared.row.number });
  }

  /** `refused` is the row that it follows from, or itself; undefined where that lies in a sheet that could not be read. */
  private bringDown({ sheet, how, compared, contract }: At, refused: RefusedRow | undefined): void {
    const { reference } = compared.row.values as { reference?: string };
    const because = refused ?? { sheet, row: compared.row.number };
    if (how.makes && reference !== undefined) this.down.set(key(how.makes, reference), because);
    if (contract === undefined) return;
    if (sheet === 'members') this.down.set(key('members', contract), because);
    this.broken.set(contract, oneMore(this.broken.get(contract), refused));
  }

  /** The refused row that would have made something which this one names. */
  private followsFrom({ how, compared }: At): RefusedRow | undefined {
    for (const [column, thing] of Object.entries(how.names as Record<string, Thing>)) {
      const reference = (compared.row.values as Record<string, unknown>)[column];
      const refused = typeof reference === 'string' ? this.down.get(key(thing, reference)) : undefined;
      if (refused) return refused;
    }
    return undefined;
  }

  /** A row that is not decided is still told what it names that is nowhere: that follows from nothing else. Answers whether there was any. */
  private tellUnknown({ how, compared: { row } }: At): boolean {
    if (isTypedOverExample(row)) return false;
    let told = false;
    for (const [column, thing] of Object.entries(how.names as Record<string, Thing>)) {
      const reference = (row.values as Record<string, unknown>)[column];
      if (typeof reference !== 'string' || this.unread.has(SHEET_OF[thing]) || this.isDown(thing, reference)) continue;
      const fault = unknownReference(column, thing, reference, this.on);
      if (!fault) continue;
      addAt(this.problems, row, column, fault.rule, fault.fix);
      told = true;
    }
    return told;
  }

  /** Whether a refusal may only say that something is missing which stands in a sheet or row that was not taken. */
  private followsFromElsewhere({ sheet, how, compared, contract }: At, { field }: Fault): boolean {
    const column = columnOf(how, compared.row, field);
    const thing = (how.names as Record<string, Thing | undefined>)[column];
    if (thing !== undefined && this.unread.has(SHEET_OF[thing])) return true;
    if (thing !== 'provider' || sheet === 'members' || contract === undefined) return false;
    return this.unread.has('members') || this.down.has(key('members', contract));
  }

  private explain({ how, compared }: At, fault: Fault): void {
    const { field, value } = fault;
    const [rule, fix] = [fault.rule, fault.fix].map((text) => inColumns(how, compared.row, text)) as [string, string];
    const column = columnOf(how, compared.row, field);
    const rows = how.concerned?.(compared, this.on, fault) ?? [compared.row];
    for (const row of rows) {
      if (rows.length === 1) addAt(this.problems, row, column, rule, fix);
      else this.problems.add({ sheet: row.sheet.name, row: row.number, column, index: row.header.places.get(column) }, value, rule, fix);
    }
  }
}

/** A row on its way through the plan. */
interface At {
  readonly sheet: SheetName;
  readonly how: SheetPlan;
  readonly compared: ComparedRow;
  readonly contract: string | undefined;
}

const SHEET_OF = {
  provider: 'providers',
  contract: 'contracts',
  measure: 'measures',
  commitment: 'commitments',
  'delivery report': 'deliveries',
  'break clause': 'break_clauses',
} as const satisfies Record<Thing, SheetName>;

function key(thing: Thing | 'members', reference: string): string {
  return `${thing}\n${reference}`;
}
