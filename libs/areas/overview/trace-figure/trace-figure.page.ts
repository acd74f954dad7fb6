import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { AskTotalsQuery, readTotalId, type Total, type TotalsAnswer, TraceTotalQuery } from '#areas/totals/index.js';
import { authorityCode } from '#domain/authority/authority-code.js';
import { refuse } from '#domain/kernel/refusal.js';
import { readCursor } from '#surface/http/queries/cursor.js';
import { page, type PageAsked, view } from '#surface/pages/page.js';
import { Shows } from '#surface/pages/shows.js';
import { PageFrame } from '../page-frame/page-frame.js';
import { isFigure } from '../six-figures/six-figures.js';
import { AT_A_TIME, gatherEntries } from './gather-entries.js';
import { isOfFigure } from './of-figure.js';
import { type TraceFigureView, traceFigureView } from './trace-figure.view.js';

const traceFigure = page({
  path: '/authorities/:code/trace/:id',
  params: z.strictObject({ code: authorityCode, id: z.string().max(20_000) }),
  query: z.object({ figure: z.string().optional(), after: z.string().optional() }),
  template: new URL('./trace-figure.njk', import.meta.url),
  view: view<TraceFigureView>(),
});

const cursor = z.tuple([z.int(), z.string(), z.string()]);
const ON_A_PAGE = 50;

@Controller()
export class TraceFigurePage {
  constructor(
    private readonly frame: PageFrame,
    private readonly queries: QueryBus,
  ) {}

  @Shows(traceFigure)
  async show({ params: { code, id }, query }: PageAsked<typeof traceFigure>): Promise<TraceFigureView> {
    const total = readTotalId(id);
    if (total.authority !== code) refuse('id', id, 'must be of a total of this authority', 'Open the figure from this authority’s own pages.', 'not found');
    const frame = await this.frame.of(code, 'figures');
    const figure = isFigure(query.figure) ? query.figure : undefined;
    const after = readCursor(cursor, query.after);
    const entries = await gatherEntries(
      (from) => this.queries.execute(new TraceTotalQuery(total, AT_A_TIME, from)),
      ({ figure: of, period }) => isOfFigure(figure, of, period.to, total.dueOn),
      ON_A_PAGE + 1,
      after && { position: after[0], commitment: after[1], entry: after[2] },
    );
    return traceFigureView({ frame, id, total, row: await this.row(id, total), figure, entries, limit: ON_A_PAGE, begins: after === undefined });
  }

  /** The total itself, asked again: undefined where it is of nothing. */
  private async row(id: string, total: Total): Promise<TotalsAnswer['rows'][number] | undefined> {
    const { authority, by, where, yearBasis, position, deliveredTo, dueOn } = total;
    const texts = where.flatMap(({ dimension, values }) => values.map((value) => `${dimension}=${value}`));
    const asked = { by, where: texts, yearBasis, knownAt: String(position), deliveredTo: deliveredTo ?? undefined, dueOn };
    const { rows } = await this.queries.execute(new AskTotalsQuery(authority, asked));
    return rows.find((row) => row.id === id);
  }
}
