import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { ListMeasuresQuery } from '#areas/measures/index.js';
import { authorityCode } from '#domain/authority/authority-code.js';
import { page, type PageAsked, view } from '#surface/pages/page.js';
import { Shows } from '#surface/pages/shows.js';
import { askingFields, askingNames, errorsOf, readAsking } from '../asking/asking.js';
import { PageFrame } from '../page-frame/page-frame.js';
import { AskOverview } from './ask-overview.js';
import { type FirstPageView, firstPageView } from './first-page.view.js';

const firstPage = page({
  path: '/authorities/:code',
  params: z.strictObject({ code: authorityCode }),
  query: z.object({ ...askingFields, year: z.string().optional() }),
  template: new URL('./first-page.njk', import.meta.url),
  view: view<FirstPageView>(),
});

const ALL = 10_000;

@Controller()
export class FirstPage {
  constructor(
    private readonly frame: PageFrame,
    private readonly overview: AskOverview,
    private readonly queries: QueryBus,
  ) {}

  @Shows(firstPage)
  async show({ params: { code }, query: typed }: PageAsked<typeof firstPage>): Promise<FirstPageView> {
    const frame = await this.frame.of(code, 'figures');
    const { asking, errors } = readAsking(typed);
    const without = { frame, typed, overview: undefined, measureNames: new Map<string, string>() };
    if (errors.length > 0) return firstPageView({ ...without, errors });
    try {
      const overview = await this.overview.ask(code, asking, typed.year);
      const measures = await this.queries.execute(new ListMeasuresQuery(code, undefined, ALL));
      return firstPageView({ frame, typed, errors, overview, measureNames: new Map(measures.map(({ measure, name }) => [measure, name])) });
    } catch (refused) {
      return firstPageView({ ...without, errors: errorsOf(refused, askingNames) });
    }
  }
}
