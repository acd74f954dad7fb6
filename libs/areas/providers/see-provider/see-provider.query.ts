import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { providerEvolution, providerStream } from '#domain/authority/provider.js';
import type { ProviderTerms } from '#domain/authority/provider-terms.js';
import { refuse } from '#domain/kernel/refusal.js';
import { CommandExecutor } from '#engine/commands/executor.js';

/** A provider's terms as they stand, and the version of its record. */
export type KnownProvider = ProviderTerms & { readonly version: number };

/** A provider as it stands now, read from its own entries in the ledger. */
export class SeeProviderQuery extends Query<KnownProvider> {
  constructor(
    readonly authority: string,
    readonly provider: string,
  ) {
    super();
  }
}

@QueryHandler(SeeProviderQuery)
export class SeeProviderHandler implements IQueryHandler<SeeProviderQuery> {
  constructor(private readonly executor: CommandExecutor) {}

  async execute({ authority, provider }: SeeProviderQuery): Promise<KnownProvider> {
    const { terms, version } = await this.executor.stateOf(authority, providerStream(provider), providerEvolution);
    if (!terms) return refuse('provider', provider, 'must be a provider of this authority', 'Look the reference up in the list of providers.', 'not found');
    return { ...terms, version };
  }
}
