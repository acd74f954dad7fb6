import type { z } from 'zod';
import { type CommitmentProgress, nothingCounted } from '#areas/totals/index.js';
import { inForce, undecided } from '#domain/contract/chain.js';
import type { Commitment } from '#domain/contract/state.js';
import { quantityText } from '#domain/kernel/quantity.js';
import type { ContractRecord } from './contract-record.js';
import type { commitment } from './shapes.js';
import type { Told } from './teller.js';

export type CommitmentAnswer = z.infer<typeof commitment>;

/** A commitment with its figures to date. */
export function commitmentAnswer(made: Commitment, record: ContractRecord, progress: CommitmentProgress, told: Told): CommitmentAnswer {
  const { measure, provider, evidenceRequired, tags, ...terms } = made.terms;
  const { pence, quantities } = progress.figures.get(made.reference) ?? nothingCounted(measure);
  const current = made.chains.names().flatMap((root) => inForce(made, root) ?? []);
  return {
    ...terms,
    reference: made.reference,
    measure: { ...measure, tags: [...measure.tags] },
    provider: provider === null ? null : told.provider(provider),
    bidSentence: told.text(record.bidSentences.get(made.reference)),
    evidenceRequired: [...evidenceRequired],
    tags: [...tags],
    withdrawn: made.withdrawn,
    targets: Object.values(made.targets)
      .sort((a, b) => (a.from < b.from ? -1 : 1))
      .map(({ from, to, quantity }) => ({ from, to, quantity: quantityText(quantity) })),
    pence: { ...pence },
    quantities: [...quantities],
    reports: current.length,
    undecidedReports: current.filter(undecided).length,
  };
}
