import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { KnownProvider } from '../see-provider/see-provider.query.js';
import { PROVIDER_LIST, type ProviderList } from './provider-list.js';

/** A part of the list of an authority's providers, by reference. */
export class ListProvidersQuery extends Query<readonly KnownProvider[]> {
  constructor(
    readonly authority: string,
    readonly after: string | undefined,
    readonly limit: number,
  ) {
    super();
  }
}

@QueryHandler(ListProvidersQuery)
export class ListProvidersHandler implements IQueryHandler<ListProvidersQuery> {
  constructor(@Inject(PROVIDER_LIST) private readonly list: ProviderList) {}

  execute({ authority, after, limit }: ListProvidersQuery): Promise<readonly KnownProvider[]> {
    return this.list.page(authority, after, limit);
  }
}
