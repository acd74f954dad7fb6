import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { type AtRiskPlace, AtRiskQuery, placeOfAtRisk } from '#areas/break-clauses/index.js';
import { authorityCode } from '#domain/authority/authority-code.js';
import { readCursor } from '#surface/http/queries/cursor.js';
import { download, File, page, type PageAsked, view } from '#surface/pages/page.js';
import { Shows } from '#surface/pages/shows.js';
import { type CsvCell, csvOf } from '#surface/pages/tables/csv.js';
import { errorsOf } from '../asking/asking.js';
import { allOf } from '../asking-register/all-of.js';
import { REGISTER_NAMES, refuseIfWrong, registerFields } from '../asking-register/asking-register.js';
import { judgedInFileName, RegisterMoment } from '../asking-register/register-moment.js';
import { PageFrame } from '../page-frame/page-frame.js';
import { AT_RISK_HEADER, atRiskLine } from './at-risk-file.js';
import { readAtRisk } from './list-at-risk.asking.js';
import { type ListAtRiskView, listAtRiskView } from './list-at-risk.view.js';

const params = z.strictObject({ code: authorityCode });
const asked = { ...registerFields, condition: z.string().optional(), review: z.string().optional() };

const listAtRisk = page({
  path: '/authorities/:code/at-risk',
  params,
  query: z.object({ ...asked, after: z.string().optional() }),
  template: new URL('./list-at-risk.njk', import.meta.url),
  view: view<ListAtRiskView>(),
});

const downloadAtRisk = download({ path: '/authorities/:code/at-risk.csv', params, query: z.object(asked) });

const ON_A_PAGE = 25;
const place = z.tuple([z.string(), z.string(), z.string(), z.string()]);

@Controller()
export class ListAtRiskPage {
  constructor(
    private readonly frame: PageFrame,
    private readonly moment: RegisterMoment,
    private readonly queries: QueryBus,
  ) {}

  @Shows(listAtRisk)
  async show({ params: { code }, query: typed }: PageAsked<typeof listAtRisk>): Promise<ListAtRiskView> {
    const frame = await this.frame.of(code, 'at risk');
    const asking = readAtRisk(typed);
    const after = readCursor(place, typed.after);
    const parts = { frame, typed, limit: ON_A_PAGE };
    if (asking.errors.length > 0) return listAtRiskView({ ...parts, errors: asking.errors, found: undefined });
    try {
      const moment = await this.moment.of(code, asking.moment);
      const { knownAt, on } = moment;
      const items = await this.queries.execute(new AtRiskQuery(code, { ...asking.which, knownAt, on }, after, ON_A_PAGE + 1));
      return listAtRiskView({ ...parts, errors: [], found: { moment, items } });
    } catch (refused) {
      return listAtRiskView({ ...parts, errors: errorsOf(refused, REGISTER_NAMES), found: undefined });
    }
  }

  /** @throws {Refusal} for a form that cannot be understood: the page shows no link to such a file */
  @Shows(downloadAtRisk)
  async file({ params: { code }, query: typed }: PageAsked<typeof downloadAtRisk>): Promise<File> {
    const { which, moment: askedMoment, errors } = readAtRisk(typed);
    refuseIfWrong(errors);
    const moment = await this.moment.of(code, askedMoment);
    const { knownAt, on } = moment;
    const lines: (readonly CsvCell[])[] = [];
    const items = allOf((after: AtRiskPlace | undefined, limit) => this.queries.execute(new AtRiskQuery(code, { ...which, knownAt, on }, after, limit)), placeOfAtRisk);
    for await (const one of items) lines.push(atRiskLine(one, moment));
    return new File(`${code}-at-risk-${judgedInFileName(moment)}.csv`, 'text/csv; charset=utf-8', csvOf(AT_RISK_HEADER, lines));
  }
}
