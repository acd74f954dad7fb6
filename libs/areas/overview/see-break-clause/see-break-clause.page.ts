import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { SeeBreakClauseQuery } from '#areas/break-clauses/index.js';
import { authorityCode } from '#domain/authority/authority-code.js';
import * as field from '#domain/kernel/fields.js';
import type { FieldError } from '#surface/pages/forms/field-error.js';
import { page, type PageAsked, view } from '#surface/pages/page.js';
import { Shows } from '#surface/pages/shows.js';
import { errorsOf } from '../asking/asking.js';
import { readRegisterMoment, REGISTER_NAMES } from '../asking-register/asking-register.js';
import { RegisterMoment } from '../asking-register/register-moment.js';
import { PageFrame } from '../page-frame/page-frame.js';
import { type SeeBreakClauseView, seeBreakClauseView } from './see-break-clause.view.js';

const seeBreakClause = page({
  path: '/authorities/:code/break-clauses/:id',
  params: z.strictObject({ code: authorityCode, id: field.reference }),
  query: z.object({ on: z.string().optional(), knownAt: z.string().optional() }),
  template: new URL('./see-break-clause.njk', import.meta.url),
  view: view<SeeBreakClauseView>(),
});

@Controller()
export class SeeBreakClausePage {
  constructor(
    private readonly frame: PageFrame,
    private readonly moment: RegisterMoment,
    private readonly queries: QueryBus,
  ) {}

  @Shows(seeBreakClause)
  async show({ params: { code, id }, query: typed }: PageAsked<typeof seeBreakClause>): Promise<SeeBreakClauseView> {
    const frame = await this.frame.of(code, 'break clauses');
    const errors: FieldError[] = [];
    const asked = readRegisterMoment(typed, errors);
    const parts = { frame, reference: id, typed };
    if (errors.length > 0) return seeBreakClauseView({ ...parts, errors, found: undefined });
    try {
      const moment = await this.moment.of(code, asked);
      const { knownAt, on } = moment;
      const clause = await this.queries.execute(new SeeBreakClauseQuery(code, id, { knownAt, on }));
      return seeBreakClauseView({ ...parts, errors: [], found: { moment, clause } });
    } catch (refused) {
      return seeBreakClauseView({ ...parts, errors: errorsOf(refused, REGISTER_NAMES), found: undefined });
    }
  }
}
