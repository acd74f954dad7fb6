import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Teller, type Told } from '#areas/registers/index.js';
import { type AtRisk, atRisk } from '#domain/contract/consequences/at-risk.js';
import type { ContractState } from '#domain/contract/state.js';
import type { IsoDate } from '#domain/kernel/date.js';
import { held } from '#domain/kernel/lookup.js';
import { quantityText } from '#domain/kernel/quantity.js';
import { byCodePoint } from '#domain/kernel/split.js';
import { namesFor } from '../told/breach-answer.js';
import type { BreachNames } from '../told/breach-in-words.js';
import { type AskedMoment, ClauseReader, type WhichClauses } from '../told/clause-reader.js';
import { answerOfCondition } from '../told/condition-answer.js';
import { atRiskInWords } from './at-risk-in-words.js';
import type { AtRiskAnswer } from './at-risk-shape.js';

/** What at risk is asked for, as people ask. What is left out does not matter. */
export interface AskedAtRisk extends AskedMoment, WhichClauses {
  /** With, or without, reports that wait for the authority’s decision. */
  readonly awaitingReview?: boolean | undefined;
}

/** An item’s place in the list: its clause, the last and first day of its period, and the member or commitment. */
export type AtRiskPlace = readonly [clause: string, to: string, from: string, about: string];

/** What would meet a condition if the running reporting period ended today, by clause and period. */
export class AtRiskQuery extends Query<readonly AtRiskAnswer[]> {
  constructor(
    readonly authority: string,
    readonly asked: AskedAtRisk,
    /** Go on after this one. */
    readonly after: AtRiskPlace | undefined,
    readonly limit: number,
  ) {
    super();
  }
}

interface Found {
  readonly risk: AtRisk;
  readonly state: ContractState;
}

@QueryHandler(AtRiskQuery)
export class AtRiskHandler implements IQueryHandler<AtRiskQuery> {
  constructor(
    private readonly reader: ClauseReader,
    private readonly teller: Teller,
  ) {}

  async execute({ authority, asked, after, limit }: AtRiskQuery): Promise<readonly AtRiskAnswer[]> {
    const judging = await this.reader.judging(authority, asked);
    const found: Found[] = [];
    const take = (risks: readonly AtRisk[], state: ContractState) => {
      const rest = [...risks].sort(inOrder).filter((risk) => isAskedFor(risk, asked) && (!after || comparePlaces(placeOfRisk(risk), after) > 0));
      found.push(...rest.map((risk) => ({ risk, state })));
    };
    // by the kind of what would be met, and not of the clause: what it said before a variation may still be at risk
    const { contract } = asked;
    const begun = after && (await this.reader.clause(judging, after[0]));
    if (begun && (contract === undefined || begun.record.state.terms!.reference === contract)) take(atRisk(begun.record.state, begun.clause, judging), begun.record.state);
    for await (const { clause, record } of this.reader.clauses(judging, { contract }, after?.[0])) {
      if (found.length >= limit) break;
      take(atRisk(record.state, clause, judging), record.state);
    }
    const shown = found.slice(0, limit);
    const told = await this.teller.tell(authority, { providers: shown.map(providerOf) });
    return shown.map((one) => answer(one, told, judging.today));
  }
}

function isAskedFor({ kind, waiting }: AtRisk, { condition, awaitingReview }: AskedAtRisk): boolean {
  if (condition !== undefined && kind !== condition) return false;
  return awaitingReview === undefined || waiting.length > 0 === awaitingReview;
}

function placeOfRisk(risk: AtRisk): AtRiskPlace {
  return [risk.clause, risk.to, risk.from, aboutOf(risk)];
}

/** The place of an item as it was answered. */
export function placeOf({ clause, period, provider, commitment, condition }: AtRiskAnswer): AtRiskPlace {
  const about = condition.kind === 'silence' ? provider!.reference : (commitment ?? '');
  return [clause, period.to, period.from, about];
}

function aboutOf(risk: AtRisk): string {
  if (risk.kind === 'silence') return risk.provider;
  return risk.kind === 'shortfall' ? '' : risk.commitment;
}

function inOrder(one: AtRisk, other: AtRisk): number {
  return comparePlaces(placeOfRisk(one), placeOfRisk(other));
}

function comparePlaces(one: AtRiskPlace, other: AtRiskPlace): number {
  return one.reduce((order, part, at) => order || byCodePoint(part, other[at]!), 0);
}

function providerOf({ risk, state }: Found): string | null {
  if (risk.kind === 'silence') return risk.provider;
  return risk.kind === 'shortfall' ? null : held(state.commitments, risk.commitment)!.terms.provider;
}

function answer(found: Found, told: Told, today: IsoDate): AtRiskAnswer {
  const { risk, state } = found;
  const { reference, title } = state.terms!;
  const names = namesFor(state, told);
  const provider = providerOf(found);
  return {
    clause: risk.clause,
    contract: { reference, title },
    condition: answerOfCondition(risk.condition),
    provider: provider === null ? null : told.provider(provider),
    commitment: risk.kind === 'critical commitment missed' ? risk.commitment : null,
    period: { from: risk.from, to: risk.to },
    periods: risk.kind === 'shortfall' ? [...risk.periods] : [],
    dueOn: risk.kind === 'silence' ? risk.dueOn : null,
    sentence: atRiskInWords(risk, names, today),
    lacking: lackingOf(risk, names),
    waiting: [...risk.waiting],
    decidedBy: risk.decidedBy,
  };
}

function lackingOf(risk: AtRisk, names: BreachNames): AtRiskAnswer['lacking'] {
  const quantities = (lacking: readonly { readonly commitment: string; readonly quantity: bigint }[]) =>
    lacking.map(({ commitment, quantity }) => ({ commitment, quantity: quantityText(quantity), unit: names.unit(commitment) }));
  switch (risk.kind) {
    case 'shortfall':
      return { pence: risk.lackingPence, quantities: quantities(risk.lackingQuantities), return: false };
    case 'silence':
      return { pence: null, quantities: [], return: true };
    case 'critical commitment missed':
      return { pence: null, quantities: quantities([{ commitment: risk.commitment, quantity: risk.lacking }]), return: false };
  }
}
