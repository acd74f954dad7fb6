import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { BreakClausesQuery } from '#areas/break-clauses/index.js';
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
import { clauseLines, CLAUSES_HEADER } from './clauses-file.js';
import { readClauses } from './list-break-clauses.asking.js';
import { type ListBreakClausesView, listBreakClausesView } from './list-break-clauses.view.js';

const params = z.strictObject({ code: authorityCode });
const asked = { ...registerFields, condition: z.string().optional(), state: z.string().optional() };

const listBreakClauses = page({
  path: '/authorities/:code/break-clauses',
  params,
  query: z.object({ ...asked, after: z.string().optional() }),
  template: new URL('./list-break-clauses.njk', import.meta.url),
  view: view<ListBreakClausesView>(),
});

const downloadBreakClauses = download({ path: '/authorities/:code/break-clauses.csv', params, query: z.object(asked) });

const ON_A_PAGE = 25;

@Controller()
export class ListBreakClausesPage {
  constructor(
    private readonly frame: PageFrame,
    private readonly moment: RegisterMoment,
    private readonly queries: QueryBus,
  ) {}

  @Shows(listBreakClauses)
  async show({ params: { code }, query: typed }: PageAsked<typeof listBreakClauses>): Promise<ListBreakClausesView> {
    const frame = await this.frame.of(code, 'break clauses');
    const asking = readClauses(typed);
    const after = readCursor(z.tuple([z.string()]), typed.after)?.[0];
    const parts = { frame, typed, limit: ON_A_PAGE };
    if (asking.errors.length > 0) return listBreakClausesView({ ...parts, errors: asking.errors, found: undefined });
    try {
      const moment = await this.moment.of(code, asking.moment);
      const { knownAt, on } = moment;
      const clauses = await this.queries.execute(new BreakClausesQuery(code, { ...asking.which, knownAt, on }, after, ON_A_PAGE + 1));
      return listBreakClausesView({ ...parts, errors: [], found: { moment, clauses } });
    } catch (refused) {
      return listBreakClausesView({ ...parts, errors: errorsOf(refused, REGISTER_NAMES), found: undefined });
    }
  }

  /** @throws {Refusal} for a form that cannot be understood: the page shows no link to such a file */
  @Shows(downloadBreakClauses)
  async file({ params: { code }, query: typed }: PageAsked<typeof downloadBreakClauses>): Promise<File> {
    const { which, moment: askedMoment, errors } = readClauses(typed);
    refuseIfWrong(errors);
    const moment = await this.moment.of(code, askedMoment);
    const { knownAt, on } = moment;
    const lines: (readonly CsvCell[])[] = [];
    const clauses = allOf((after: string | undefined, limit) => this.queries.execute(new BreakClausesQuery(code, { ...which, knownAt, on }, after, limit)), ({ reference }) => reference);
    for await (const clause of clauses) lines.push(...clauseLines(clause, moment));
    return new File(`${code}-break-clauses-${judgedInFileName(moment)}.csv`, 'text/csv; charset=utf-8', csvOf(CLAUSES_HEADER, lines));
  }
}
