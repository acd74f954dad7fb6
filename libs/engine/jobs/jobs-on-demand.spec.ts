import { jobKind, type Jobs } from './jobs.js';
import { JobsOnDemand } from './jobs-on-demand.js';

const kind = jobKind<{ readonly n: number }, { readonly n: number }>('counting');

/** Jobs of which only what was asked is known. */
function noted(asked: string[]): Jobs {
  const note = (what: string) => async (): Promise<undefined> => void asked.push(what);
  return { enqueue: note('enqueue'), status: note('status'), finished: note('finished'), handle: note('handle'), close: note('close') };
}

describe('Jobs that are reached on demand', () => {
  it('are not reached for being closed, and once for all that is asked', async () => {
    const asked: string[] = [];
    let reached = 0;
    const jobs = new JobsOnDemand(async () => (reached++, noted(asked)));
    await jobs.close();
    expect(reached).toBe(0);
    await Promise.all([jobs.enqueue(kind, 'a', { n: 1 }), jobs.status(kind, 'a'), jobs.finished(kind, 'a', 10), jobs.handle(kind, async ({ data }) => data)]);
    await jobs.close();
    expect(reached).toBe(1);
    expect(asked).toEqual(['enqueue', 'status', 'finished', 'handle', 'close']);
  });

  it('are tried again where they could not be reached', async () => {
    const asked: string[] = [];
    let tries = 0;
    const jobs = new JobsOnDemand(async () => {
      if (++tries === 1) throw new Error('no connection');
      return noted(asked);
    });
    await expect(jobs.status(kind, 'a')).rejects.toThrow('no connection');
    await jobs.status(kind, 'a');
    expect([tries, asked]).toEqual([2, ['status']]);
  });
});
