import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { searchable } from '../fold/searchable.js';
import { type ListedContract, REGISTER_STORE, type RegisterStore } from '../store/register-store.js';
import { Teller } from '../told/teller.js';

/** Which contracts are asked for, as people ask. What is left out does not matter. */
export interface AskedContracts {
  readonly directorate?: string | undefined;
  /** Leads the contract or is a member. */
  readonly provider?: string | undefined;
  readonly status?: ListedContract['status'] | undefined;
  /** Part of the reference or title, in any capitals. */
  readonly q?: string | undefined;
}

/** A contract as lists show it: its manager by name. */
export type ContractListItem = ListedContract;

/** The contracts of an authority, by reference. */
export class ListContractsQuery extends Query<readonly ContractListItem[]> {
  constructor(
    readonly authority: string,
    readonly asked: AskedContracts,
    /** Go on after this reference. */
    readonly after: string | undefined,
    readonly limit: number,
  ) {
    super();
  }
}

@QueryHandler(ListContractsQuery)
export class ListContractsHandler implements IQueryHandler<ListContractsQuery> {
  constructor(
    @Inject(REGISTER_STORE) private readonly store: RegisterStore,
    private readonly teller: Teller,
  ) {}

  async execute({ authority, asked, after, limit }: ListContractsQuery): Promise<readonly ContractListItem[]> {
    await this.teller.checkAuthority(authority);
    const { directorate = null, provider = null, status = null, q = '' } = asked;
    const question = { directorate, provider, status, searched: searchable(q) || null, after: after ?? null, limit };
    const contracts = await this.store.read(authority, (view) => view.contracts(question));
    const told = await this.teller.tell(authority, { people: contracts.map(({ manager }) => manager) });
    return contracts.map((contract) => ({ ...contract, manager: told.person(contract.manager) }));
  }
}
