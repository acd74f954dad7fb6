import { MemoryDirectory } from '#areas/directory/index.js';
import { loadSampleCounty, type SampleCountyPorts, type SampleCountyProgress, WEXCOMBE } from '#areas/sample/index.js';
import { MemoryImportedRows } from '#areas/workbook/index.js';
import { eventCatalogue } from '#domain/catalogue.js';
import { SettableClock } from '#domain/kernel/clock.js';
import { MemoryEvidenceFiles } from '#engine/files/memory-evidence-files.js';
import { MemoryBooks } from '#engine/ledger/memory-book.js';
import { MemoryLedger } from '#engine/ledger/memory-ledger.js';
import { memoryTotals } from './memory-totals.js';

/** A place in memory that the sample county can be loaded into. */
export function roomForSampleCounty(now = '2026-06-01T12:00:00.000Z') {
  const clock = new SettableClock(now);
  const books = new MemoryBooks();
  const ports: SampleCountyPorts = {
    ledgerBy: (byClock) => new MemoryLedger({ catalogue: eventCatalogue, clock: byClock, books }),
    directory: new MemoryDirectory(),
    importedRows: new MemoryImportedRows(),
    evidenceFiles: new MemoryEvidenceFiles(),
    clock,
  };
  return { ports, clock, ledger: ports.ledgerBy(clock) };
}

/** The sample county in memory: its ledger, its events, what each import answered, and its totals. */
export async function sampleCountyInMemory() {
  const room = roomForSampleCounty();
  const imports: SampleCountyProgress[] = [];
  await loadSampleCounty(room.ports, (one) => imports.push(one));
  const events = await room.ledger.read(WEXCOMBE, 0, 100_000);
  return { ...room, imports, events, totals: await memoryTotals(events) };
}
