import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { SeeContractQuery } from '#areas/registers/index.js';
import { ContractTimelineQuery } from '#areas/timeline/index.js';
import { AskTotalsQuery } from '#areas/totals/index.js';
import { authorityCode } from '#domain/authority/authority-code.js';
import * as field from '#domain/kernel/fields.js';
import { page, type PageAsked, view } from '#surface/pages/page.js';
import { Shows } from '#surface/pages/shows.js';
import { PageFrame } from '../page-frame/page-frame.js';
import { type SeeContractView, seeContractView } from './see-contract.view.js';
import { type SeeTimelineView, seeTimelineView } from './see-timeline.view.js';

const params = z.strictObject({ code: authorityCode, id: field.reference });

const seeContract = page({
  path: '/authorities/:code/contracts/:id',
  params,
  template: new URL('./see-contract.njk', import.meta.url),
  view: view<SeeContractView>(),
});

const seeTimeline = page({
  path: '/authorities/:code/contracts/:id/timeline',
  params,
  query: z.object({ before: z.int().min(2).optional() }),
  template: new URL('./see-timeline.njk', import.meta.url),
  view: view<SeeTimelineView>(),
});

const LATEST = 5;
const ON_A_PAGE = 25;

@Controller()
export class SeeContractPage {
  constructor(
    private readonly frame: PageFrame,
    private readonly queries: QueryBus,
  ) {}

  @Shows(seeContract)
  async show({ params: { code, id } }: PageAsked<typeof seeContract>): Promise<SeeContractView> {
    const frame = await this.frame.of(code, 'contracts');
    const contract = await this.queries.execute(new SeeContractQuery(code, id));
    const byYear = await this.queries.execute(new AskTotalsQuery(code, { by: ['year'], where: [`contract=${id}`], yearBasis: 'delivered' }));
    const latest = await this.queries.execute(new ContractTimelineQuery(code, id, Math.max(0, contract.version - LATEST), LATEST));
    return seeContractView({ frame, contract, byYear, latest });
  }

  @Shows(seeTimeline)
  async timeline({ params: { code, id }, query: { before } }: PageAsked<typeof seeTimeline>): Promise<SeeTimelineView> {
    const frame = await this.frame.of(code, 'contracts');
    const { title, version } = await this.queries.execute(new SeeContractQuery(code, id));
    // versions of a stream have no gaps, so that the newest come first without reading the oldest
    const end = Math.min(before ?? version + 1, version + 1);
    const begin = Math.max(0, end - 1 - ON_A_PAGE);
    const events = await this.queries.execute(new ContractTimelineQuery(code, id, begin, end - 1 - begin));
    return seeTimelineView({ frame, reference: id, contractTitle: title, version, begin, end, events });
  }
}
