import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { ListMeasuresQuery } from '#areas/measures/index.js';
import { ListProvidersQuery } from '#areas/providers/index.js';
import { ListContractsQuery, SeeContractQuery } from '#areas/registers/index.js';
import { contractEvolution, contractStream } from '#domain/contract/contract.js';
import type { Clock } from '#domain/kernel/clock.js';
import { dateIn } from '#domain/kernel/date.js';
import { fold } from '#domain/kernel/decider.js';
import { CLOCK } from '#engine/clock/clock.token.js';
import type { Ledger } from '#engine/ledger/ledger.js';
import { LEDGER } from '#engine/ledger/ledger.token.js';
import type { WrittenWorkbook } from '../write-spreadsheet/written-workbook.js';
import { filledWorkbook } from './filled-workbook.js';
import { openDeliveries } from './open-periods.js';
import { preparedReference } from './prepared-rows.js';
import type { StandingContract } from './standing-contract.js';

/** How many are asked for at a time. */
const PAGE = 1_000;

/** The template with an authority's own contracts and commitments, ready for deliveries. */
export class FillTemplateQuery extends Query<WrittenWorkbook> {
  constructor(readonly authority: string) {
    super();
  }
}

@QueryHandler(FillTemplateQuery)
export class FillTemplateHandler implements IQueryHandler<FillTemplateQuery> {
  constructor(
    private readonly queries: QueryBus,
    @Inject(LEDGER) private readonly ledger: Ledger,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ authority }: FillTemplateQuery): Promise<WrittenWorkbook> {
    const today = dateIn(this.clock.now());
    const listed = await everyPage((after) => this.queries.execute(new ListContractsQuery(authority, {}, after, PAGE)), ({ reference }) => reference);
    const contracts: StandingContract[] = [];
    for (const { reference } of listed) contracts.push(await this.standing(authority, reference));
    const providers = await everyPage((after) => this.queries.execute(new ListProvidersQuery(authority, after, PAGE)), ({ reference }) => reference);
    const measures = await everyPage((after) => this.queries.execute(new ListMeasuresQuery(authority, after, PAGE)), ({ measure }) => measure);
    const wanted = contracts.flatMap(({ state }) => openDeliveries(state, today).map(preparedReference));
    const taken = new Set<string>();
    for (let from = 0; from < wanted.length; from += PAGE) {
      for (const reference of (await this.ledger.findAll(authority, 'delivery report', wanted.slice(from, from + PAGE))).keys()) taken.add(reference);
    }
    return filledWorkbook({ authority, today, providers, contracts, measures, taken });
  }

  private async standing(authority: string, reference: string): Promise<StandingContract> {
    const [seen, events] = await Promise.all([
      this.queries.execute(new SeeContractQuery(authority, reference)),
      this.ledger.readStream(authority, contractStream(reference)),
    ]);
    return { state: fold(contractEvolution, events), manager: seen.manager, bidSentences: new Map(seen.commitments.map((made) => [made.reference, made.bidSentence])) };
  }
}

async function everyPage<Item>(page: (after: string | undefined) => Promise<readonly Item[]>, reference: (item: Item) => string): Promise<readonly Item[]> {
  const all: Item[] = [];
  for (let after: string | undefined; ; ) {
    const found = await page(after);
    all.push(...found);
    if (found.length < PAGE) return all;
    after = reference(found.at(-1)!);
  }
}
