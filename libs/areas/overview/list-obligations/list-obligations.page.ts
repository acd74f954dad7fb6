import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { ObligationsQuery } from '#areas/obligations/index.js';
import { authorityCode } from '#domain/authority/authority-code.js';
import { readCursor } from '#surface/http/queries/cursor.js';
import { download, File, page, type PageAsked, view } from '#surface/pages/page.js';
import { Shows } from '#surface/pages/shows.js';
import { errorsOf } from '../asking/asking.js';
import { allOf, LISTED_AT_A_TIME } from '../asking-register/all-of.js';
import { REGISTER_NAMES, refuseIfWrong, registerFields } from '../asking-register/asking-register.js';
import { judgedInFileName, RegisterMoment } from '../asking-register/register-moment.js';
import { PageFrame } from '../page-frame/page-frame.js';
import { readObligations } from './list-obligations.asking.js';
import { type ListObligationsView, listObligationsView } from './list-obligations.view.js';
import { obligationsFile, placeOfObligation } from './obligations-file.js';

const params = z.strictObject({ code: authorityCode });
const asked = { ...registerFields, from: z.string().optional(), kind: z.string().optional(), state: z.string().optional() };

const listObligations = page({
  path: '/authorities/:code/obligations',
  params,
  query: z.object({ ...asked, after: z.string().optional() }),
  template: new URL('./list-obligations.njk', import.meta.url),
  view: view<ListObligationsView>(),
});

const downloadObligations = download({ path: '/authorities/:code/obligations.csv', params, query: z.object(asked) });

const ON_A_PAGE = 50;
const place = z.tuple([z.string().nullable(), z.string()]);

@Controller()
export class ListObligationsPage {
  constructor(
    private readonly frame: PageFrame,
    private readonly moment: RegisterMoment,
    private readonly queries: QueryBus,
  ) {}

  @Shows(listObligations)
  async show({ params: { code }, query: typed }: PageAsked<typeof listObligations>): Promise<ListObligationsView> {
    const frame = await this.frame.of(code, 'obligations');
    const asking = readObligations(typed);
    const after = readCursor(place, typed.after);
    const parts = { frame, typed, limit: ON_A_PAGE };
    if (asking.errors.length > 0) return listObligationsView({ ...parts, errors: asking.errors, found: undefined });
    try {
      const moment = await this.moment.of(code, asking.moment);
      const { knownAt, on } = moment;
      const from = after ? { dueOn: after[0], obligation: after[1] } : null;
      const obligations = await this.queries.execute(new ObligationsQuery(code, { ...asking.which, knownAt, on }, from, ON_A_PAGE + 1));
      return listObligationsView({ ...parts, errors: [], found: { moment, obligations } });
    } catch (refused) {
      return listObligationsView({ ...parts, errors: errorsOf(refused, REGISTER_NAMES), found: undefined });
    }
  }

  /** @throws {Refusal} for a form that cannot be understood: the page shows no link to such a file */
  @Shows(downloadObligations)
  async file({ params: { code }, query: typed }: PageAsked<typeof downloadObligations>): Promise<File> {
    const { which, moment: askedMoment, errors } = readObligations(typed);
    refuseIfWrong(errors);
    const moment = await this.moment.of(code, askedMoment);
    const { knownAt, on } = moment;
    const obligations = allOf((after: ObligationsQuery['after'] | undefined, limit) => this.queries.execute(new ObligationsQuery(code, { ...which, knownAt, on }, after ?? null, limit)), placeOfObligation, LISTED_AT_A_TIME);
    return new File(`${code}-obligations-${judgedInFileName(moment)}.csv`, 'text/csv; charset=utf-8', await obligationsFile(obligations, moment));
  }
}
