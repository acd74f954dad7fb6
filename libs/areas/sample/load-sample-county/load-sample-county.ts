import type { Directory } from '#areas/directory/index.js';
import { csvFolder, type ImportAnswer, type ImportedRows, importWorkbook } from '#areas/workbook/index.js';
import { type Clock, SettableClock } from '#domain/kernel/clock.js';
import type { EvidenceFiles } from '#engine/files/evidence-files.js';
import type { Ledger } from '#engine/ledger/ledger.js';
import { samplePeople } from '../people.js';
import { type CountyAct, countyActs } from './county-acts.js';
import { type CountyImport, countyImports, folderOf, WEXCOMBE, WEXCOMBE_NAME } from './county-imports.js';
import { commandIdOf as commandIdOfAct, recordAct } from './record-act.js';

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

/** An import or an act of the county that has gone in, and how far the whole is. */
export interface SampleCountyProgress {
  readonly done: number;
  readonly of: number;
  /** The moment at which it was recorded, by the county's clock. */
  readonly at: string;
  readonly what: string;
  /** Of an import. */
  readonly imported?: { readonly folder: string; readonly answer: ImportAnswer };
}

/**
 * What became of it: `loaded`, now or in part now; `there already`; or `left alone`, where somebody has recorded
 * something in the county since, or has a county of that code of their own.
 */
export type SampleCountyOutcome = 'loaded' | 'there already' | 'left alone';

/**
 * Loads the sample county: its workbooks one after the other through the import, then what its people did by hand, each
 * at its own moment, so that what was known in July 2024 can be asked for. A load that was cut off goes on where it
 * stopped; a second one does nothing.
 * @throws Error when a workbook is refused, which its specification rules out
 */
export async function loadSampleCounty(
  ports: SampleCountyPorts,
  progress: (progress: SampleCountyProgress) => void = () => undefined,
): Promise<SampleCountyOutcome> {
  const clock = new SettableClock(countyImports[0]!.at);
  const ledger = ports.ledgerBy(clock);
  const now = Date.parse(ports.clock.now());
  const due = steps.filter(({ at }) => Date.parse(at) <= now);
  const gone = await goneIn(ledger, due);
  const head = await ledger.head(WEXCOMBE);
  if (head && head.position !== gone.position) return gone.steps === due.length ? 'there already' : 'left alone';
  const left = due.slice(gone.steps);
  if (left.length === 0) return head ? 'there already' : 'left alone';
  for (const [index, step] of left.entries()) {
    clock.set(step.at);
    const imported = await take({ ...ports, ledger, clock }, step);
    progress({ done: gone.steps + index + 1, of: due.length, at: clock.now(), what: step.what, ...(imported ? { imported } : {}) });
  }
  await ports.directory.personIds(WEXCOMBE, samplePeople.map(({ email }) => email));
  return 'loaded';
}

type Step = CountyImport | CountyAct;

const steps: readonly Step[] = [...countyImports, ...countyActs];

/** How many of the steps the ledger holds, and the position that they reached. */
async function goneIn(ledger: Ledger, due: readonly Step[]): Promise<{ steps: number; position: number }> {
  let position = 0;
  for (const [index, one] of due.entries()) {
    const recorded = await ledger.recorded(WEXCOMBE, 'folder' in one ? commandIdOf(one) : commandIdOfAct(one));
    if (!recorded) return { steps: index, position };
    position = recorded.position;
  }
  return { steps: due.length, position };
}

type StepPorts = Omit<SampleCountyPorts, 'ledgerBy'> & { readonly ledger: Ledger };

async function take(ports: StepPorts, step: Step): Promise<SampleCountyProgress['imported']> {
  if ('folder' in step) return { folder: step.folder, answer: await importOne(ports, step) };
  const people = await ports.directory.personIds(WEXCOMBE, [step.by]);
  await recordAct(ports.ledger, ports.clock, WEXCOMBE, people.get(step.by)!, step);
  return undefined;
}

async function importOne(ports: StepPorts, one: CountyImport): Promise<ImportAnswer> {
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
