import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { SeeContractQuery } from '#areas/registers/index.js';
import { ContractTimelineQuery } from '#areas/timeline/index.js';
import { AskTotalsQuery } from '#areas/totals/index.js';
import { authorityCode } from '#domain/authority/authority-code.js';
import * as field from '#domain/kernel/fields.js';
import { refuse } from '#domain/kernel/refusal.js';
import { download, File, page, type PageAsked, view } from '#surface/pages/page.js';
import { Shows } from '#surface/pages/shows.js';
import { errorsOf } from '../asking/asking.js';
import { PageFrame } from '../page-frame/page-frame.js';
import { type SeeContractView, seeContractView } from './see-contract.view.js';
import { readTimeline, TIMELINE_NAMES } from './see-timeline.asking.js';
import { type SeeTimelineView, seeTimelineView } from './see-timeline.view.js';
import { timelineFile } from './timeline-file.js';

const params = z.strictObject({ code: authorityCode, id: field.reference });

const seeContract = page({
  path: '/authorities/:code/contracts/:id',
  params,
  template: new URL('./see-contract.njk', import.meta.url),
  view: view<SeeContractView>(),
});

/** Any text is taken, so that what is wrong is said on the page itself. */
const asked = { knownAt: z.string().optional(), kind: z.string().optional(), about: z.string().optional() };

const seeTimeline = page({
  path: '/authorities/:code/contracts/:id/timeline',
  params,
  query: z.object({ ...asked, before: z.string().optional() }),
  template: new URL('./see-timeline.njk', import.meta.url),
  view: view<SeeTimelineView>(),
});

const downloadTimeline = download({ path: '/authorities/:code/contracts/:id/timeline.csv', params, query: z.object(asked) });

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
    const { items: latest } = await this.queries.execute(new ContractTimelineQuery(code, id, { last: {}, limit: LATEST }));
    return seeContractView({ frame, contract, byYear, latest });
  }

  @Shows(seeTimeline)
  async timeline({ params: { code, id }, query: typed }: PageAsked<typeof seeTimeline>): Promise<SeeTimelineView> {
    const frame = await this.frame.of(code, 'contracts');
    const { asking, errors } = readTimeline(typed);
    const parts = { frame, reference: id, typed, asking, limit: ON_A_PAGE };
    if (errors.length > 0) return seeTimelineView({ ...parts, errors, timeline: undefined });
    try {
      const { before, ...rest } = asking;
      const timeline = await this.queries.execute(new ContractTimelineQuery(code, id, { ...rest, last: { before }, limit: ON_A_PAGE }));
      return seeTimelineView({ ...parts, errors, timeline });
    } catch (refused) {
      return seeTimelineView({ ...parts, errors: errorsOf(refused, TIMELINE_NAMES), timeline: undefined });
    }
  }

  /** @throws {Refusal} for a form that cannot be understood: the page shows no link to such a file */
  @Shows(downloadTimeline)
  async file({ params: { code, id }, query: typed }: PageAsked<typeof downloadTimeline>): Promise<File> {
    const { asking, errors } = readTimeline(typed);
    for (const { field: name, text } of errors) refuse(name, '', `cannot be understood: ${text}`, 'Ask on the page of the timeline, and take the file from there.');
    const { knownAt, kind, about } = asking;
    const timeline = await this.queries.execute(new ContractTimelineQuery(code, id, { knownAt, kind, about }));
    return new File(`${code}-${id.replaceAll(/[^\w-]+/g, '-')}-timeline-at-entry-${timeline.position}.csv`, 'text/csv; charset=utf-8', timelineFile(timeline));
  }
}
