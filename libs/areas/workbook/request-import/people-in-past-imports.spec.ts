import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fenmarchImports } from '../../../../test/support/golden/fenmarch.js';
import type { ImportAnswer } from '../import-workbook/import-answer.js';
import { MemoryPastImports } from '../past-imports/memory-past-imports.js';
import { DoImport } from './do-import.js';
import { Uploads } from './uploads.js';

const at = (column: string, value: string) => ({ sheet: 'deliveries', row: 2, column, value, rule: 'must be …', fix: 'Mend it.', cells: ['A2'] });
const counts = { rows: 1, added: 0, changed: 0, unchanged: 0, held: 0, refused: 1, absent: 0, events: 0 };
const problems = [at('reported_by', 'Ann Other, 07700 900123'), at('description', 'Ann Other was ill'), at('quantity', 'a lot')];
const answer: ImportAnswer = { status: 'rejected', position: 0, counts, held: [], absent: [], warnings: [at('reason', 'Ann Other says so')], problems };

/** The ledger kept an import's answer without what was typed of people; the table of past imports kept it with that, for ever. */
describe('What became of an import', () => {
  it('is kept without what was typed of people, and told with it while the job is remembered', async () => {
    const imports = new MemoryPastImports();
    await imports.ask('fenmarch', { id: 'IM-1', request: 'r', actor: 'person-1', askedAt: '2026-01-01T00:00:00.000Z' });
    const uploads = new Uploads(join(tmpdir(), 'svl-no-uploads'));
    uploads.pathOf = () => fenmarchImports[0]!;
    uploads.remove = () => Promise.resolve();
    const commands = { execute: () => Promise.resolve(answer) };
    const directory = { nameOf: () => Promise.resolve(new Map()) };
    const job = new DoImport(commands as never, imports, directory as never, uploads, { now: () => '2026-01-01T00:00:05.000Z' });
    const data = { authority: 'fenmarch', id: 'IM-1', actor: 'person-1', commandId: 'k', createAuthority: null, check: false, allOrNothing: false, reason: null, kind: null };
    const result = await job.run({ id: 'IM-1', data, progress: () => undefined, signal: new AbortController().signal });
    const kept = (await imports.find('fenmarch', 'IM-1'))!.answer!;
    expect(JSON.stringify(kept)).not.toContain('Ann Other');
    expect(kept.problems.map(({ value }) => value)).toEqual(['', '', 'a lot']);
    expect(result.answer).toEqual(answer);
  });
});
