import { AskKeptHandler, AskKeptQuery } from './ask-kept.query.js';

/** `by year` was refused and `where year=…` was not: it answered a share of one year as if it were that of the whole life. */
describe('The share kept of a part of a commitment’s life', () => {
  const asking = (asked: { by?: string[]; where?: string[] }) =>
    new AskKeptHandler({} as never, {} as never, {} as never).execute(new AskKeptQuery('fenmarch', { by: [], where: [], deliveredTo: '2026-03-31', ...asked }));

  it.each(['year=2024/25', 'quarter=2024/25 Q1', 'contract-basis=beyond contract'])('is refused: where %s', async (where) => {
    await expect(asking({ where: ['provider=P01', where] })).rejects.toMatchObject({ faults: [{ field: 'where', value: where, rule: 'must not cut a commitment’s life' }] });
  });

  it.each(['year', 'quarter', 'contract-basis'])('is refused: by %s', async (by) => {
    await expect(asking({ by: [by] })).rejects.toMatchObject({ faults: [{ field: 'by', value: by }] });
  });
});
