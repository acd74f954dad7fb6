import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { authorityCode } from '#domain/authority/authority-code.js';
import { readCursor } from '#surface/http/queries/cursor.js';
import { download, File, page, type PageAsked, view } from '#surface/pages/page.js';
import { Shows } from '#surface/pages/shows.js';
import { PageFrame } from '../page-frame/page-frame.js';
import { AskContracts } from './ask-contracts.js';
import { contractsFile } from './contracts-table.js';
import { type ListContractsView, listContractsView, readSearch } from './list-contracts.view.js';

const params = z.strictObject({ code: authorityCode });
const search = { q: z.string().optional(), status: z.string().optional() };

const listContracts = page({
  path: '/authorities/:code/contracts',
  params,
  query: z.object({ ...search, after: z.string().optional() }),
  template: new URL('./list-contracts.njk', import.meta.url),
  view: view<ListContractsView>(),
});

const downloadContracts = download({ path: '/authorities/:code/contracts.csv', params, query: z.object(search) });

const ON_A_PAGE = 50;
const ALL = 100_000;

@Controller()
export class ListContractsPage {
  constructor(
    private readonly frame: PageFrame,
    private readonly contracts: AskContracts,
  ) {}

  @Shows(listContracts)
  async show({ params: { code }, query: typed }: PageAsked<typeof listContracts>): Promise<ListContractsView> {
    const frame = await this.frame.of(code, 'contracts');
    const { asked, errors } = readSearch(typed);
    const after = readCursor(z.tuple([z.string()]), typed.after)?.[0];
    const found = errors.length > 0 ? undefined : await this.contracts.ask(code, asked, after, ON_A_PAGE + 1);
    return listContractsView({ frame, typed, errors, found, limit: ON_A_PAGE });
  }

  @Shows(downloadContracts)
  async file({ params: { code }, query }: PageAsked<typeof downloadContracts>): Promise<File> {
    const { head } = await this.frame.of(code);
    const found = await this.contracts.ask(code, readSearch(query).asked, undefined, ALL);
    return new File(`${code}-contracts-at-entry-${head.position}.csv`, 'text/csv; charset=utf-8', contractsFile(found));
  }
}
