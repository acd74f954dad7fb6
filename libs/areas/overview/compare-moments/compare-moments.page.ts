import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { CompareMomentsQuery, type DifferenceAnswer } from '#areas/totals/index.js';
import { authorityCode } from '#domain/authority/authority-code.js';
import { download, File, page, type PageAsked, view } from '#surface/pages/page.js';
import { Shows } from '#surface/pages/shows.js';
import { askingFields, askingNames, errorsOf } from '../asking/asking.js';
import { PageFrame } from '../page-frame/page-frame.js';
import { type AskedComparison, readComparison } from './asked-comparison.js';
import { type CompareMomentsView, compareMomentsView } from './compare-moments.view.js';
import { changesFile } from './changes-file.js';

const params = z.strictObject({ code: authorityCode });
const query = z.object({ ...askingFields, from: z.string().optional(), to: z.string().optional(), by: z.string().optional() });

const compareMoments = page({
  path: '/authorities/:code/differences',
  params,
  query,
  template: new URL('./compare-moments.njk', import.meta.url),
  view: view<CompareMomentsView>(),
});

const downloadChanges = download({ path: '/authorities/:code/differences.csv', params, query });

const NAMES = { ...askingNames, from: '“From”', to: '“To”', by: '“Compare by”' };

@Controller()
export class CompareMomentsPage {
  constructor(
    private readonly frame: PageFrame,
    private readonly queries: QueryBus,
  ) {}

  @Shows(compareMoments)
  async show({ params: { code }, query: typed }: PageAsked<typeof compareMoments>): Promise<CompareMomentsView> {
    const frame = await this.frame.of(code, 'differences');
    const { asked, errors } = readComparison(typed, frame.head.position);
    if (asked === undefined) return compareMomentsView({ frame, typed, errors, difference: undefined });
    try {
      return compareMomentsView({ frame, typed, errors, difference: await this.ask(code, asked) });
    } catch (refused) {
      return compareMomentsView({ frame, typed, errors: errorsOf(refused, NAMES), difference: undefined });
    }
  }

  @Shows(downloadChanges)
  async file({ params: { code }, query: typed }: PageAsked<typeof downloadChanges>): Promise<File> {
    const asked = readComparison(typed, (await this.frame.of(code)).head.position).asked ?? { from: '0', to: '0', by: [], where: [], yearBasis: 'delivered' };
    const difference = await this.ask(code, asked);
    return new File(`${code}-changes-from-entry-${difference.from}-to-${difference.to}.csv`, 'text/csv; charset=utf-8', changesFile(difference));
  }

  private ask(code: string, asked: AskedComparison): Promise<DifferenceAnswer> {
    return this.queries.execute(new CompareMomentsQuery(code, asked));
  }
}
