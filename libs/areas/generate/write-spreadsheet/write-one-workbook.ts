import { mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { rowsWorkbook, type SpreadsheetForm, writeSpreadsheet } from '#areas/workbook/index.js';
import { dateIn } from '#domain/kernel/date.js';
import { refuse } from '#domain/kernel/refusal.js';
import { checkAsked, type HistoryAsked } from '../asked.js';
import { makePortfolios } from '../history/make-portfolio.js';
import type { Setting } from '../setting.js';
import { RowsAside } from './rows-aside.js';

export interface OneWorkbookWritten {
  readonly file: string;
  readonly authority: string;
  readonly name: string;
  readonly contracts: number;
  /** Of all its sheets. */
  readonly rows: number;
  /** Entries of a ledger that it is imported into. */
  readonly events: number;
  /** The day as of which it is written, before which it cannot be imported. */
  readonly asOf: string;
}

/**
 * Writes an invented authority as one spreadsheet, as its workbook would look at the last moment of its history: what
 * only several imports can say is said as it was last stated (`last-stated.ts`). The same seed is the same file.
 * @throws Refusal the file is there already, a sheet cannot hold the rows, or what is asked cannot be made
 */
export async function writeOneWorkbook(
  setting: Setting,
  asked: HistoryAsked,
  { file, form }: { readonly file: string; readonly form: SpreadsheetForm },
  progress: (done: number, of: number) => void = () => undefined,
): Promise<OneWorkbookWritten> {
  checkAsked(asked);
  if (await stat(file).catch(() => undefined)) refuse('--out', file, 'must not be there yet', 'Name another, so that nothing is overwritten.');
  const aside = await RowsAside.open(asked);
  try {
    let [contracts, rows, events] = [0, 0, 0];
    for (const portfolio of makePortfolios({ ...asked, setting, lastStated: true })) {
      await aside.put(portfolio.rows);
      ({ contracts } = portfolio);
      rows += portfolio.rows.length;
      events += portfolio.events;
      progress(events, Math.max(events, asked.events));
    }
    const { code: authority, name, lead } = setting;
    const asOf = dateIn(setting.moments.at(-1)!.at);
    const bytes = await writeSpreadsheet(form, rowsWorkbook({ title: name, said: saidOf(asked, asOf), authority, preparedBy: lead, preparedOn: asOf, rowsOf: (sheet) => aside.of(sheet) }));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes, { flag: 'wx' });
    return { file, authority, name, contracts, rows, events, asOf };
  } finally {
    await aside.close();
  }
}

function saidOf({ seed }: HistoryAsked, asOf: string): string {
  const [year, month, day] = asOf.split('-').map(Number) as [number, number, number];
  const on = new Date(Date.UTC(year, month - 1, day)).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  return `An invented authority, made from the seed ${seed} for trying things out, as its workbook would stand on ${on}. No place, provider, person or figure in it is real.`;
}
