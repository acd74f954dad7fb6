import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { type RowsByHand, SHEET_NAMES } from '#areas/workbook/index.js';
import { dateIn } from '#domain/kernel/date.js';
import { refuse } from '#domain/kernel/refusal.js';
import { checkAsked, type HistoryAsked } from '../asked.js';
import { makePortfolios } from '../history/make-portfolio.js';
import { workbookAt } from '../history/workbooks.js';
import type { Moment, Setting } from '../setting.js';
import { aboutRows } from './about-rows.js';
import { csvText } from './csv-text.js';

/** A workbook that was written, and how it is to be imported. */
export interface WorkbookWritten {
  readonly folder: string;
  readonly at: string;
  readonly by: string;
  readonly what: string;
  readonly kind?: string;
  readonly reason?: string;
}

export interface WorkbooksWritten {
  readonly folder: string;
  readonly authority: string;
  readonly name: string;
  readonly contracts: number;
  readonly events: number;
  readonly imports: readonly WorkbookWritten[];
}

/**
 * Writes an invented authority's history as workbooks, a folder of CSVs for each import, and `imports.json`, which says
 * when each is imported, by whom and, where rows changed, why. Where the contracts are many, each moment has several.
 * @throws Refusal the folder is not empty, or what is asked cannot be made
 */
export async function writeWorkbooks(setting: Setting, asked: HistoryAsked, folder: string, progress: (done: number, of: number) => void = () => undefined): Promise<WorkbooksWritten> {
  checkAsked(asked);
  await emptyFolder(folder);
  const imports: { readonly moment: number; readonly group: number; readonly written: WorkbookWritten }[] = [];
  let [group, contracts, events] = [0, 0, 0];
  for (const portfolio of makePortfolios({ ...asked, setting })) {
    group++;
    for (const [moment, one] of setting.moments.entries()) {
      const rows = workbookAt(portfolio, moment);
      if (!rows) continue;
      const written = described(setting, one, moment, group, rows);
      imports.push({ moment, group, written });
      await writeFolder(join(folder, written.folder), setting, one, rows);
    }
    ({ contracts } = portfolio);
    events += portfolio.events;
    progress(events, Math.max(events, asked.events));
  }
  const inOrder = imports.toSorted((a, b) => a.moment - b.moment || a.group - b.group).map(({ written }) => written);
  const { code: authority, name } = setting;
  await writeFile(join(folder, 'imports.json'), `${JSON.stringify({ authority, name, imports: inOrder }, null, 2)}\n`);
  return { folder, authority, name, contracts, events, imports: inOrder };
}

async function emptyFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => undefined);
  if (found && !found.isDirectory()) refuse('--out', folder, 'must be a folder, or the name of one to be made', 'Name another.');
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0) refuse('--out', folder, 'must be an empty folder, or none yet', 'Name another, so that nothing is overwritten.');
}

function described(setting: Setting, { name, at, what, restates }: Moment, moment: number, group: number, rows: RowsByHand): WorkbookWritten {
  const folder = `${String(moment + 1).padStart(2, '0')}-${name}-${String(group).padStart(3, '0')}`;
  const changed = restates && rows[restates.sheet] ? { kind: restates.kind, reason: restates.reason } : {};
  return { folder, at, by: setting.lead, what, ...changed };
}

async function writeFolder(folder: string, setting: Setting, { at }: Moment, rows: RowsByHand): Promise<void> {
  await mkdir(folder);
  await writeFile(join(folder, 'about.csv'), stringify([...aboutRows(setting, dateIn(at))]));
  for (const sheet of SHEET_NAMES) if (rows[sheet]) await writeFile(join(folder, `${sheet}.csv`), csvText(sheet, rows[sheet]));
}
