import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { byCodePoint } from '#domain/kernel/split.js';
import type { Head, Ledger } from '#engine/ledger/ledger.js';
import { LEDGER } from '#engine/ledger/ledger.token.js';

/** The authorities that have a ledger, by code. */
export class ListAuthoritiesQuery extends Query<readonly Head[]> {
  constructor(
    readonly after: string | undefined,
    readonly limit: number,
  ) {
    super();
  }
}

@QueryHandler(ListAuthoritiesQuery)
export class ListAuthoritiesHandler implements IQueryHandler<ListAuthoritiesQuery> {
  constructor(@Inject(LEDGER) private readonly ledger: Ledger) {}

  async execute({ after, limit }: ListAuthoritiesQuery): Promise<readonly Head[]> {
    const heads = [...(await this.ledger.heads())].sort((a, b) => byCodePoint(a.authority, b.authority));
    return heads.filter(({ authority }) => after === undefined || byCodePoint(authority, after) > 0).slice(0, limit);
  }
}
