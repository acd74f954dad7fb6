import type { AtRiskAnswer } from '#areas/break-clauses/index.js';
import type { CsvCell } from '#surface/pages/tables/csv.js';
import type { JudgedMoment } from '../asking-register/register-moment.js';
import { poundsInFile } from '../six-figures/six-figures.js';

export const AT_RISK_HEADER = [
  'Break clause', 'Contract', 'Contract title', 'When it bites', 'Provider', 'Provider name', 'Commitment', 'Period from', 'Period to', 'As it stands',
  'Lacking (£)', 'Lacking in quantities', 'Return lacking', 'Reports that wait for the authority', 'Last day to avert it', 'Judged on', 'As known on',
] as const;

/** What is at risk as a line of a file. */
export function atRiskLine(one: AtRiskAnswer, { on, knownAt }: JudgedMoment): readonly CsvCell[] {
  const { clause, contract, condition, provider, commitment, period, sentence, lacking, waiting, decidedBy } = one;
  const quantities = lacking.quantities.map(({ commitment: of, quantity, unit }) => `${of}: ${quantity} ${unit}`).join('; ');
  return [
    clause, contract.reference, contract.title, condition.sentence, provider?.reference ?? '', provider?.name ?? '', commitment, period.from, period.to, sentence,
    poundsInFile(lacking.pence), quantities, lacking.return ? 'yes' : 'no', waiting.join('; '), decidedBy, on, knownAt ?? '',
  ];
}
