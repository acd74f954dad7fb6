import type { NewEvent } from '#domain/kernel/event.js';
import type { Reference } from '#engine/ledger/ledger.js';
import type { Row } from '../row.js';
import type { ImportedRow } from '../../imported-rows/imported-rows.js';
import type { SheetName } from '../../sheets/template.js';

/** A row that is in order: what it would write, and the contract that it stands or falls with. */
export interface RowOutcome {
  readonly row: Row;
  readonly sheet: SheetName;
  readonly contract: string | undefined;
  readonly standing: 'added' | 'changed';
  readonly events: readonly { readonly stream: string; readonly event: NewEvent }[];
  readonly references: readonly Reference[];
  readonly imported: ImportedRow;
  /** What a changed row said when it was last imported, and the columns that say something else now. */
  readonly before: ImportedRow | undefined;
  readonly changed: readonly string[];
}
