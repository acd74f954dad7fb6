import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { headOrRefuse } from '#engine/ledger/head-or-refuse.js';
import type { Ledger } from '#engine/ledger/ledger.js';
import { LEDGER } from '#engine/ledger/ledger.token.js';
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
  constructor(
    @Inject(PROVIDER_LIST) private readonly list: ProviderList,
    @Inject(LEDGER) private readonly ledger: Ledger,
  ) {}

  async execute({ authority, after, limit }: ListProvidersQuery): Promise<readonly KnownProvider[]> {
    await headOrRefuse(this.ledger, authority);
    return this.list.page(authority, after, limit);
  }
}
