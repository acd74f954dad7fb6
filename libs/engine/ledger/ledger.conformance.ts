import { appendingConformance } from './appending.conformance.js';
import { bulkReadingConformance } from './bulk-reading.conformance.js';
import { Trial, type LedgerUnderTest } from './conformance-trial.js';
import { importingConformance } from './importing.conformance.js';
import { keepingConformance } from './keeping.conformance.js';

/** The promises of the ledger's port, which each adapter passes first. */
export function ledgerConformance(name: string, under: LedgerUnderTest): void {
  const trial = new Trial(under);

  describe(name, () => {
    beforeEach(() => trial.begin());
    afterEach(() => trial.end());

    appendingConformance(trial);
    importingConformance(trial);
    keepingConformance(trial);
    bulkReadingConformance(trial);
  });
}
