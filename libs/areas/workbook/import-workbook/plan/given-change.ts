import { refuse } from '#domain/kernel/refusal.js';
import { textOf } from '../row.js';
import type { ComparedRow } from './compared-row.js';
import type { GivenChange } from './sheet-plan.js';

/** Why a row of a sheet without the column `reason` changed, and whether the fact did or its typing. */
export interface Change {
  readonly because: 'variation' | 'entry error';
  readonly reason: string;
}

/** @throws Refusal the import was not told */
export function changeOrRefuse({ row, changed }: ComparedRow, { kind: because, reason }: GivenChange): Change {
  if (because !== undefined && reason?.trim()) return { because, reason };
  const [column = ''] = changed;
  const rule =
    changed.length > 0
      ? `must not say something else than when it was last imported (${changed.join(', ')}), unless the import says why`
      : 'must not join what was agreed before, unless the import says why';
  return refuse(column, textOf(row, column), rule, missing(because !== undefined, Boolean(reason?.trim())));
}

const KINDS = 'variation (the fact changed) or entry-error (it was typed wrong)';

function missing(kind: boolean, reason: boolean): string {
  if (reason) return `Import it with a kind too: ${KINDS}.`;
  return kind ? 'Import it with a reason too.' : `Import it with a reason, and with the kind ${KINDS}.`;
}
