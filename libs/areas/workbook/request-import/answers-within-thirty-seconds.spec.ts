import { dirname } from 'node:path';
import { rmSync } from 'node:fs';
import type { JobKind, JobStatus } from '#engine/jobs/jobs.js';
import { JobsInMemory } from '../../../../test/support/jobs-in-memory.js';
import { pagesApp } from '../../../../test/support/pages-app.js';
import { filesOf, smallWorkbook } from '../../../../test/support/workbook.js';
import { worldInMemory } from '../../../../test/support/world.js';
import { ImportJobsModule, ImportsRoutes } from '../index.js';

/** A queue whose waits are over at once, and noted. */
class Impatient extends JobsInMemory {
  readonly waited: number[] = [];

  override finished<Data extends object, Result extends object>(kind: JobKind<Data, Result>, id: string, milliseconds: number): Promise<JobStatus<Result> | undefined> {
    this.waited.push(milliseconds);
    return this.status(kind, id);
  }
}

it('An import that takes longer than thirty seconds is answered after them, with where to come back for it', async () => {
  const world = worldInMemory('2026-06-30T12:00:00.000Z');
  const jobs = new Impatient();
  const app = await pagesApp(world, [ImportJobsModule, ImportsRoutes], jobs);
  try {
    await world.parts.ledger.open('fenmarch', 'Fenmarch Council');
    jobs.hold();
    const form = new FormData();
    for (const { fileName, bytes } of filesOf(smallWorkbook)) form.append('file', new Blob([Buffer.from(bytes)]), fileName);
    const imports = `${app.url}/api/authorities/fenmarch/imports`;
    const send = () => fetch(imports, { method: 'POST', body: form, headers: { 'Idempotency-Key': 'once', 'Acting-As': 'ann' } });
    const asked = await send();
    expect([asked.status, jobs.waited]).toEqual([202, [30_000]]);
    const underWay = (await asked.json()) as { id: string };
    expect(underWay).toEqual({ id: expect.stringMatching(/^IM-[0-9a-f]{16}$/) as string, state: 'under way', progress: null, failure: null });

    jobs.tell(underWay.id, 4, 23);
    const looked = (await (await fetch(`${imports}/${underWay.id}`)).json()) as object;
    expect(looked).toMatchObject({ state: 'under way', progress: { done: 4, of: 23 } });
    await jobs.goOn();
    const answered = (await (await fetch(`${imports}/${underWay.id}`)).json()) as object;
    expect(answered).toMatchObject({ status: 'accepted', counts: { added: 23 } });
    const again = await send();
    expect([again.status, await again.json()]).toEqual([201, answered]);
  } finally {
    await app.close();
    await world.end();
    rmSync(dirname(world.parts.uploads.pathOf('fenmarch', 'x')), { recursive: true, force: true });
  }
});
