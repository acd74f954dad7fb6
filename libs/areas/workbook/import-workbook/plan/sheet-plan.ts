import type { Surroundings } from '#areas/contracts/index.js';
import type { IsProvider } from '#areas/providers/index.js';
import type { ReportedSoFar } from '#areas/delivery/index.js';
import type { Evolution } from '#domain/kernel/decider.js';
import type { NewEvent } from '#domain/kernel/event.js';
import type { Fault } from '#domain/kernel/refusal.js';
import type { Reference } from '#engine/ledger/ledger.js';
import type { MemberRow } from '../../sheets/members.js';
import type { People } from '../people.js';
import type { Row } from '../row.js';
import type { ComparedRow } from './compared-row.js';
import type { Draft } from './draft.js';
import type { Whereabouts } from './whereabouts.js';

/** What a reference in a workbook may name. */
export type Thing = 'provider' | 'contract' | 'measure' | 'commitment' | 'delivery report' | 'break clause';

/** Why rows say something else than when they were last imported, for sheets without a column `reason`. */
export interface GivenChange {
  readonly kind: 'variation' | 'entry error' | undefined;
  readonly reason: string | undefined;
}

/** What the decisions on rows look at. */
export interface Planning {
  readonly draft: Draft;
  readonly people: People;
  readonly whereabouts: Whereabouts;
  readonly around: Surroundings;
  readonly given: GivenChange;
  /** SHA-256 of the evidence files that lie beside the workbook, by name. */
  readonly files: ReadonlyMap<string, string>;
  /** Whether a reference is a provider's; one whose row was refused counts, so that it is not told twice. */
  readonly isProvider: IsProvider;
  /** The reference under which the latest statement of a delivery's row stands. */
  standsAs(delivery: string): string;
  /** The rows of the file's sheet `members` for a contract, in order. */
  membersOf(contract: string): readonly ComparedRow<MemberRow>[];
  /** What was reported to the authority so far, the file's own rows among it. */
  readonly soFar: { -readonly [Name in keyof ReportedSoFar]: ReportedSoFar[Name] };
  /** Something worth a look that refuses nothing (COUNTING.md rule 16). */
  warn(row: Row, fault: Fault): void;
}

/** What a row comes to. */
export interface Planned {
  readonly stream: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly evolution: Evolution<any>;
  readonly events: readonly NewEvent[];
  readonly references?: readonly Reference[];
  readonly standsAs?: string;
}

/** How the rows of a sheet become facts. */
export interface SheetPlan<Values extends object = object> {
  /** What a row makes under its reference. */
  readonly makes?: Thing;
  /** The columns that name something, and what; a row that names something refused is left out with it. */
  readonly names: { readonly [Column in keyof Values & string]?: Thing };
  /** Fields of commands as columns; a field that is missing here is its column in camel case. */
  readonly columns: Readonly<Record<string, string>>;
  /**
   * What a new or changed row comes to; undefined where another row says it for several.
   * @throws Refusal
   */
  decide(row: ComparedRow<Values>, on: Planning): Planned | undefined;
  /** The rows that a refusal of this one is about, where it is about several. */
  concerned?(row: ComparedRow<Values>, on: Planning, fault: Fault): readonly Row[];
}

/** The column that a field of a command stands for. */
export function columnOf(plan: SheetPlan, row: Row, field: string): string {
  const last = field.replace(/\[\d+\]/g, '').split('.').at(-1)!;
  const column = plan.columns[field] ?? plan.columns[last] ?? last.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
  return Object.hasOwn(row.sheet.columns, column) ? column : '';
}

/** What a command says of its fields, said of the columns: `inAddition` is `in_addition`. */
export function inColumns(plan: SheetPlan, row: Row, text: string): string {
  return text.replace(/\b[a-z]+(?:[A-Z][a-z]+)+\b/g, (field) => columnOf(plan, row, field) || field);
}
