import type { Teller, Told } from '#areas/registers/index.js';
import type { JudgedOn } from '#domain/contract/consequences/surroundings.js';
import { answerOfCase } from './case-answer.js';
import type { ReadClause } from './clause-reader.js';
import type { BreakClauseAnswer } from './clause-shape.js';
import { answerOfTerms } from './terms-answer.js';

/** What is looked up to tell of clauses: texts, people and providers. */
export function tellOfClauses(teller: Teller, authority: string, clauses: readonly ReadClause[]): Promise<Told> {
  const cases = clauses.flatMap(({ clause, record }) => clause.cases.map((one) => ({ one, record })));
  return teller.tell(authority, {
    providers: cases.flatMap(({ one }) => (one.breach.kind === 'silence' ? [one.breach.provider] : [])),
    payloads: [...clauses.map(({ clause, record }) => record.agreed.get(clause.reference)!), ...cases.map(({ one, record }) => record.caseRecord(one))],
  });
}

export function answerOfClause({ clause, record }: ReadClause, judged: JudgedOn, told: Told): BreakClauseAnswer {
  const { reference, title } = record.state.terms!;
  const { summary, noticeAddress } = record.agreed.get(clause.reference)!;
  return {
    reference: clause.reference,
    contract: { reference, title },
    summary,
    ...answerOfTerms(clause.terms),
    noticeAddress: told.text(noticeAddress),
    since: clause.since,
    earlier: clause.earlier.map(({ since, terms }) => ({ since, terms: answerOfTerms(terms) })),
    cases: clause.cases.map((one) => answerOfCase(one, record, judged, told)),
  };
}
