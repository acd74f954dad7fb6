import type { KnownProvider } from '#areas/providers/index.js';
import type { IsoDate } from '#domain/kernel/date.js';
import type { MeasureTerms } from '#domain/measures/measure.js';
import { guide } from '../sheets/guide/guide.js';
import { KNOWN } from '../sheets/ours.js';
import { type SheetName, template } from '../sheets/template.js';
import { dayFirst } from '../write-spreadsheet/written-value.js';
import type { DropDown, WrittenRow, WrittenWorkbook } from '../write-spreadsheet/written-workbook.js';
import { aboutSheet } from '../write-template/about-sheet.js';
import { cellsPart, howToSheet, type Part, sendingPart } from '../write-template/how-to-sheet.js';
import { LAST_ROW, tableSheet } from '../write-template/table-sheet.js';
import { knownSheets } from './known-sheets.js';
import { openDeliveries, openReturns } from './open-periods.js';
import { deliveryRows, returnRows } from './prepared-rows.js';
import type { StandingContract } from './standing-contract.js';

/** All that a filled template is made from. */
export interface WhatStands {
  readonly authority: string;
  readonly today: IsoDate;
  readonly providers: readonly KnownProvider[];
  readonly contracts: readonly StandingContract[];
  readonly measures: readonly MeasureTerms[];
  /** Those of the references of prepared reports that are taken already. */
  readonly taken: ReadonlySet<string>;
}

/** The template ready for deliveries: a row for each commitment and open period, and what the ledger knows to look things up in. */
export function filledWorkbook({ authority, today, providers, contracts, measures, taken }: WhatStands): WrittenWorkbook {
  const deliveries = contracts.flatMap(({ state }) => openDeliveries(state, today));
  const returns = contracts.flatMap(({ state }) => openReturns(state, today));
  const commitments = contracts.reduce((sum, { state }) => sum + Object.values(state.commitments).filter(({ withdrawn }) => !withdrawn).length, 0);
  const ready = (name: SheetName, rows: readonly WrittenRow[], offered: Readonly<Record<string, readonly [sheet: string, count: number]>>) =>
    tableSheet(name, rows, Object.entries(offered).flatMap(([column, [sheet, count]]) => offering(name, column, sheet, count, rows.length)));
  return {
    title: 'Social Value Ledger: deliveries',
    sheets: [
      howToSheet('Social Value Ledger: deliveries', said(deliveries.length, today), [readyPart, cellsPart, sendingPart]),
      aboutSheet(authority),
      ready('deliveries', deliveryRows(deliveries, taken), { commitment: [KNOWN.commitments, commitments], provider: [KNOWN.providers, providers.length] }),
      ready('returns', returnRows(returns), { contract: [KNOWN.contracts, contracts.length], provider: [KNOWN.providers, providers.length] }),
      ...knownSheets(providers, contracts, measures),
    ],
  };
}

/** A drop-down of what stands in the first column of a sheet of ours. */
function offering(name: SheetName, column: string, sheet: string, count: number, prepared: number): readonly DropDown[] {
  if (count === 0) return [];
  const place = Object.keys(template[name].columns).indexOf(column);
  return [{ column: place, rows: [2, Math.max(LAST_ROW, prepared + LAST_ROW)], choices: { sheet, column: 0, rows: [2, count + 1] } }];
}

function said(prepared: number, today: IsoDate): string {
  const rows = prepared === 1 ? 'One row is' : `${prepared.toLocaleString('en-GB')} rows are`;
  return (
    `This workbook is ready for what providers report, as the ledger stood on ${dayFirst(today)}. ${rows} prepared in the sheet deliveries: one for each commitment and reporting period that has begun, ` +
    'in which something is due and for which nothing was reported yet. Give the figures, who reported them and when. Rows that you leave empty are passed over.'
  );
}

const readyPart: Part = {
  heading: 'The sheets',
  lines: [
    { about: 'about', sheet: 'about', said: 'What this file is and whose. It is filled in already.' },
    { about: 'deliveries', sheet: 'deliveries', said: `${guide.deliveries.purpose} Several dated items in a period: copy the prepared row, with a reference of its own for each.` },
    { about: 'returns', sheet: 'returns', said: `${guide.returns.purpose} Give the day and the person once everything is in.` },
    ...[KNOWN.commitments, KNOWN.contracts, KNOWN.providers, KNOWN.measures].map((sheet) => ({ about: sheet, sheet, said: 'To look things up in. It is passed over when the workbook is imported, so nothing can be changed here.' })),
  ],
};
