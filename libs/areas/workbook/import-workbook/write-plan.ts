import type { AppendOutcome } from '#engine/ledger/ledger.js';
import type { WorkbookReader } from '../reader/workbook-reader.js';
import type { DeliveryRow } from '../sheets/deliveries.js';
import type { ImportAnswer } from './import-answer.js';
import { answerToRecord } from './import-answer-of.js';
import type { ImportPorts } from './import-request.js';
import type { RowOutcome } from './plan/outcome.js';
import type { ImportPlan } from './plan/plan-import.js';

/** Under what an import is recorded. */
export interface Recording {
  readonly authority: string;
  readonly commandId: string;
  readonly requestHash: string;
  /** The opaque id of the person who acts. */
  readonly actor: string;
}

/** Writes what goes in, all of it or nothing: evidence files first, which no entry names yet, then the ledger. */
export async function writePlan(
  { ledger, importedRows, evidenceFiles }: ImportPorts,
  recording: Recording & { readonly opensAs: string | undefined },
  { goesIn, draft }: ImportPlan,
  answer: ImportAnswer,
  reader: WorkbookReader,
  progress: (written: number) => void,
): Promise<AppendOutcome> {
  for (const name of filesOf(goesIn)) {
    const content = await reader.fileBeside(name);
    if (content) await evidenceFiles.store(content);
  }
  const events = goesIn.flatMap((outcome) => outcome.events);
  return ledger.import({
    ...recording,
    events,
    expectedVersions: new Map([...new Set(events.map(({ stream }) => stream))].map((stream) => [stream, draft.found(stream)])),
    references: goesIn.flatMap(({ references }) => references),
    answer: answerToRecord(answer),
    alongside: importedRows.alongside(recording.authority, goesIn.map(({ imported }) => imported)),
    progress,
  });
}

/** The people named by rows that go in, of those whom nobody has met, with the ids under which they stand in the plan. */
export function metNow({ goesIn, unmet }: ImportPlan): ReadonlyMap<string, string> {
  const names = new Set<unknown>();
  for (const { row } of goesIn) {
    for (const [column, { person }] of Object.entries(row.sheet.columns)) if (person) names.add((row.values as Record<string, unknown>)[column]);
  }
  return new Map([...unmet].filter(([name]) => names.has(name)));
}

function filesOf(goesIn: readonly RowOutcome[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { sheet, row } of goesIn) {
    if (sheet !== 'deliveries') continue;
    for (const { fileName } of (row.values as DeliveryRow).evidence) if (fileName !== null) names.add(fileName);
  }
  return names;
}
