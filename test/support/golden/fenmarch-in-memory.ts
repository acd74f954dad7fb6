import { AskKeptHandler } from '../../../libs/areas/totals/ask-kept/ask-kept.query.js';
import { AskTotalsHandler } from '../../../libs/areas/totals/ask-totals/ask-totals.query.js';
import { AskKeptQuery, AskTotalsQuery } from '#areas/totals/index.js';
import { importWorkbook, type WorkbookReader } from '#areas/workbook/index.js';
import { reconcile } from '../reconcile.js';
import { worldInMemory } from '../world.js';
import { FENMARCH } from './fenmarch.js';
import { checkFenmarch, type FenmarchAnswers } from './fenmarch-check.js';

/** Imports the four workbooks of the golden authority in memory, and checks every expected figure. @returns how many rows of figures that were */
export async function checkFenmarchInMemory(workbooks: readonly WorkbookReader[]): Promise<{ rows: number }> {
  const world = worldInMemory();
  try {
    const { ledger, directory, importedRows, evidence, clock, totals, engine } = world.parts;
    const ports = { ledger, directory, importedRows, evidenceFiles: evidence, clock };
    const positions: number[] = [];
    for (const [index, reader] of workbooks.entries()) {
      const result = await importWorkbook(ports, { reader, commandId: `import-${index}`, actingAs: 'local operator', createAuthority: 'Fenmarch' });
      expect(result).toMatchObject({ status: 'accepted', problems: [] });
      positions.push(result.position);
    }
    await engine.catchUp(FENMARCH);
    const answers: FenmarchAnswers = {
      totals: ({ by, yearBasis, knownAt }) =>
        new AskTotalsHandler(totals, ledger, clock).execute(new AskTotalsQuery(FENMARCH, { by, where: [], yearBasis, knownAt: String(knownAt) })),
      kept: ({ by, deliveredTo, knownAt }) =>
        new AskKeptHandler(totals, ledger, clock).execute(new AskKeptQuery(FENMARCH, { by, where: [], deliveredTo, knownAt: String(knownAt) })),
    };
    const checked = await checkFenmarch(answers, positions);
    expect(await reconcile(world)).toEqual([expect.objectContaining({ authority: FENMARCH, position: positions.at(-1) })]);
    return checked;
  } finally {
    await world.end();
  }
}
