import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { ReturnsQuery } from '#areas/obligations/index.js';
import { authorityCode } from '#domain/authority/authority-code.js';
import { readCursor } from '#surface/http/queries/cursor.js';
import { download, File, page, type PageAsked, view } from '#surface/pages/page.js';
import { Shows } from '#surface/pages/shows.js';
import { errorsOf } from '../asking/asking.js';
import { allOf, LISTED_AT_A_TIME } from '../asking-register/all-of.js';
import { REGISTER_NAMES, refuseIfWrong, registerFields } from '../asking-register/asking-register.js';
import { judgedInFileName, RegisterMoment } from '../asking-register/register-moment.js';
import { obligationsFile, placeOfObligation } from '../list-obligations/obligations-file.js';
import { PageFrame } from '../page-frame/page-frame.js';
import { readReturns, type ReturnsAsking } from './list-returns.asking.js';
import { type FoundReturns, type ListReturnsView, listReturnsView } from './list-returns.view.js';

const params = z.strictObject({ code: authorityCode });
const asked = { ...registerFields, from: z.string().optional(), state: z.string().optional() };

const listReturns = page({
  path: '/authorities/:code/returns',
  params,
  query: z.object({ ...asked, after: z.string().optional() }),
  template: new URL('./list-returns.njk', import.meta.url),
  view: view<ListReturnsView>(),
});

const downloadReturns = download({ path: '/authorities/:code/returns.csv', params, query: z.object(asked) });

const ON_A_PAGE = 50;
const place = z.tuple([z.string().nullable(), z.string()]);

@Controller()
export class ListReturnsPage {
  constructor(
    private readonly frame: PageFrame,
    private readonly moment: RegisterMoment,
    private readonly queries: QueryBus,
  ) {}

  @Shows(listReturns)
  async show({ params: { code }, query: typed }: PageAsked<typeof listReturns>): Promise<ListReturnsView> {
    const frame = await this.frame.of(code, 'returns');
    const asking = readReturns(typed);
    const after = readCursor(place, typed.after);
    const parts = { frame, typed, limit: ON_A_PAGE };
    if (asking.errors.length > 0) return listReturnsView({ ...parts, errors: asking.errors, found: undefined });
    try {
      const found = await this.find(code, asking, after ? { dueOn: after[0], obligation: after[1] } : null);
      return listReturnsView({ ...parts, errors: [], found });
    } catch (refused) {
      return listReturnsView({ ...parts, errors: errorsOf(refused, REGISTER_NAMES), found: undefined });
    }
  }

  /** @throws {Refusal} for a form that cannot be understood: the page shows no link to such a file */
  @Shows(downloadReturns)
  async file({ params: { code }, query: typed }: PageAsked<typeof downloadReturns>): Promise<File> {
    const { which, moment: askedMoment, errors } = readReturns(typed);
    refuseIfWrong(errors);
    const moment = await this.moment.of(code, askedMoment);
    const { knownAt, on } = moment;
    const part = async (after: ReturnsQuery['after'] | undefined, limit: number) => (await this.queries.execute(new ReturnsQuery(code, { ...which, knownAt, on }, after ?? null, limit))).items;
    const returns = allOf(part, placeOfObligation, LISTED_AT_A_TIME);
    return new File(`${code}-returns-${judgedInFileName(moment)}.csv`, 'text/csv; charset=utf-8', await obligationsFile(returns, moment));
  }

  /** The bars count all states, whichever is listed. */
  private async find(code: string, { which, moment: askedMoment }: ReturnsAsking, after: ReturnsQuery['after']): Promise<FoundReturns> {
    const moment = await this.moment.of(code, askedMoment);
    const { knownAt, on } = moment;
    const listed = await this.queries.execute(new ReturnsQuery(code, { ...which, knownAt, on }, after, ON_A_PAGE + 1));
    const all = which.state?.length ? await this.queries.execute(new ReturnsQuery(code, { ...which, state: [], knownAt, on }, null, 1)) : listed;
    return { moment, counts: all.counts, items: listed.items };
  }
}
