import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { ListAuthoritiesQuery } from '#areas/authorities/index.js';
import { page, type Redirect, view } from '#surface/pages/page.js';
import { Shows } from '#surface/pages/shows.js';
import { type ChooseAuthorityView, chooseAuthorityView } from './choose-authority.view.js';

const chooseAuthority = page({
  path: '/',
  params: z.strictObject({}),
  template: new URL('./choose-authority.njk', import.meta.url),
  view: view<ChooseAuthorityView>(),
});

/** More than any list of authorities in one ledger. */
const ALL = 10_000;

@Controller()
export class ChooseAuthorityPage {
  constructor(private readonly queries: QueryBus) {}

  @Shows(chooseAuthority)
  async show(): Promise<ChooseAuthorityView | Redirect> {
    return chooseAuthorityView(await this.queries.execute(new ListAuthoritiesQuery(undefined, ALL)));
  }
}
