import type { Cell } from '../reader/cell.js';
import type { WrittenCell, WrittenRow } from '../write-spreadsheet/written-workbook.js';
import type { SheetName } from '../sheets/template.js';
import { template } from '../sheets/template.js';
import type { OpenDelivery, OpenReturn } from './open-periods.js';

const LONGEST_REFERENCE = 40;

/** What a report of an open period would be called: the commitment and the month in which the period ends. */
export function preparedReference({ commitment, to }: OpenDelivery): string {
  return `${commitment}-${to.slice(0, 7)}`;
}

/** Rows of the sheet deliveries, ready for figures. A reference that is taken already, or too long, is left to people. */
export function deliveryRows(open: readonly OpenDelivery[], taken: ReadonlySet<string>): readonly WrittenRow[] {
  return open.map((delivery) => {
    const reference = preparedReference(delivery);
    const fits = [...reference].length <= LONGEST_REFERENCE && !taken.has(reference);
    return rowOf('deliveries', { reference: fits ? { text: reference } : undefined, commitment: { text: delivery.commitment }, ...ofPeriod(delivery) });
  });
}

/** Rows of the sheet returns, ready for a day and a name. */
export function returnRows(open: readonly OpenReturn[]): readonly WrittenRow[] {
  return open.map((one) => rowOf('returns', { contract: { text: one.contract }, ...ofPeriod(one) }));
}

function ofPeriod({ provider, from, to }: { readonly provider: string | null; readonly from: string; readonly to: string }): Readonly<Record<string, Cell | undefined>> {
  const day = (date: string): Cell => ({ text: date, typed: { kind: 'date', date } });
  return { provider: provider === null ? undefined : { text: provider }, from: day(from), to: day(to) };
}

function rowOf(sheet: SheetName, cells: Readonly<Record<string, WrittenCell | undefined>>): WrittenRow {
  return { cells: Object.keys(template[sheet].columns).map((column) => cells[column]) };
}
