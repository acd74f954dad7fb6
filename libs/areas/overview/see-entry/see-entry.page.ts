import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { readEntryId, SeeEntryEventsQuery } from '#areas/totals/index.js';
import { authorityCode } from '#domain/authority/authority-code.js';
import { refuse } from '#domain/kernel/refusal.js';
import { page, type PageAsked, view } from '#surface/pages/page.js';
import { Shows } from '#surface/pages/shows.js';
import { PageFrame } from '../page-frame/page-frame.js';
import { isFigure } from '../six-figures/six-figures.js';
import { type SeeEntryView, seeEntryView } from './see-entry.view.js';

const seeEntry = page({
  path: '/authorities/:code/entries/:id',
  params: z.strictObject({ code: authorityCode, id: z.string().max(20_000) }),
  query: z.object({ total: z.string().max(20_000).optional(), figure: z.string().optional() }),
  template: new URL('./see-entry.njk', import.meta.url),
  view: view<SeeEntryView>(),
});

@Controller()
export class SeeEntryPage {
  constructor(
    private readonly frame: PageFrame,
    private readonly queries: QueryBus,
  ) {}

  @Shows(seeEntry)
  async show({ params: { code, id }, query }: PageAsked<typeof seeEntry>): Promise<SeeEntryView> {
    const { authority, position, commitment } = readEntryId(id);
    if (authority !== code) refuse('id', id, 'must be of an entry of this authority', 'Open the entry from this authority’s own pages.', 'not found');
    const frame = await this.frame.of(code, 'figures');
    const behind = await this.queries.execute(new SeeEntryEventsQuery(authority, position, commitment));
    return seeEntryView({ frame, position, commitment, behind, total: query.total, figure: isFigure(query.figure) ? query.figure : undefined });
  }
}
