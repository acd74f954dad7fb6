import type { Directory } from '#areas/directory/index.js';
import { csvFolder, type ImportAnswer, type ImportedRows, importWorkbook } from '#areas/workbook/index.js';
import { type Clock, SettableClock } from '#domain/kernel/clock.js';
import type { EvidenceFiles } from '#engine/files/evidence-files.js';
import type { Ledger } from '#engine/ledger/ledger.js';
import { samplePeople } from '../people.js';
import { type CountyImport, countyImports, folderOf, WEXCOMBE, WEXCOMBE_NAME } from './county-imports.js';

/** What the county is loaded into. */
export interface SampleCountyPorts {
  /** The ledgers, with the sample county's entries given their moments by this clock. */
  readonly ledgerBy: (clock: Clock) => Ledger;
  readonly directory: Directory;
  readonly importedRows: ImportedRows;
  readonly evidenceFiles: EvidenceFiles;
  /** What it is now: nothing is loaded that is still to come. */
  readonly clock: Clock;
}

/** An import of the county that has gone in, and how far the whole is. */
export interface SampleCountyProgress {
  readonly done: number;
  readonly of: number;
  readonly folder: string;
  /** The moment at which it was imported, by the county's clock. */
  readonly at: string;
  readonly what: string;
  readonly answer: ImportAnswer;
}

/**
 * What became of it: `loaded`, now or in part now; `there already`; or `left alone`, where somebody has recorded
 * something in the county since, or has a county of that code of their own.
 */
export type SampleCountyOutcome = 'loaded' | 'there already' | 'left alone';

/**
 * Loads the sample county: its workbooks one after the other through the import, each at its own moment, so that what
 * was known in July 2024 can be asked for. A load that was cut off goes on where it stopped; a second one does nothing.
 * @throws Error when a workbook is refused, which its specification rules out
 */
export async function loadSampleCounty(
  ports: SampleCountyPorts,
  progress: (progress: SampleCountyProgress) => void = () => undefined,
): Promise<SampleCountyOutcome> {
  const clock = new SettableClock(countyImports[0]!.at);
  const ledger = ports.ledgerBy(clock);
  const now = Date.parse(ports.clock.now());
  const due = countyImports.filter(({ at }) => Date.parse(at) <= now);
  const gone = await goneIn(ledger, due);
  const head = await ledger.head(WEXCOMBE);
  if (head && head.position !== gone.position) return gone.imports === due.length ? 'there already' : 'left alone';
  const left = due.slice(gone.imports);
  if (left.length === 0) return head ? 'there already' : 'left alone';
  for (const [index, one] of left.entries()) {
    clock.set(one.at);
    const answer = await importOne({ ...ports, ledger, clock }, one);
    progress({ done: gone.imports + index + 1, of: due.length, folder: one.folder, at: clock.now(), what: one.what, answer });
  }
  await ports.directory.personIds(WEXCOMBE, samplePeople.map(({ email }) => email));
  return 'loaded';
}

/** How many of the imports the ledger holds, and the position that they reached. */
async function goneIn(ledger: Ledger, imports: readonly CountyImport[]): Promise<{ imports: number; position: number }> {
  let position = 0;
  for (const [index, one] of imports.entries()) {
    const recorded = await ledger.recorded(WEXCOMBE, commandIdOf(one));
    if (!recorded) return { imports: index, position };
    position = recorded.position;
  }
  return { imports: imports.length, position };
}

async function importOne(
  ports: Omit<SampleCountyPorts, 'ledgerBy'> & { readonly ledger: Ledger },
  one: CountyImport,
): Promise<ImportAnswer> {
  const answer = await importWorkbook(ports, {
    reader: await csvFolder(folderOf(one)),
    commandId: commandIdOf(one),
    actingAs: one.by,
    authority: WEXCOMBE,
    createAuthority: WEXCOMBE_NAME,
    allOrNothing: true,
    kind: one.kind,
    reason: one.reason,
  });
  if (answer.status === 'accepted') return answer;
  const [first] = answer.problems;
  const why = first ? `: ${first.sheet} ${first.cells[0] ?? ''} ${first.rule}` : '';
  throw new Error(`The sample county’s workbook ${one.folder} was ${answer.status}${why}.`);
}

function commandIdOf({ folder }: CountyImport): string {
  return `sample-county-${folder}`;
}
