import { decideOpeningBalance } from '#areas/commitments/index.js';
import { contractEvolution, contractStream } from '#domain/contract/contract.js';
import type { OpeningBalanceRow } from '../../sheets/opening-balances.js';
import { commitmentOrRefuse } from './commitment-or-refuse.js';
import { changeOrRefuse } from './given-change.js';
import { withSigns } from './signs.js';
import type { SheetPlan } from './sheet-plan.js';

/** A changed row states the balance anew. */
export const openingBalancesPlan: SheetPlan<OpeningBalanceRow> = {
  names: { commitment: 'commitment', provider: 'provider' },
  columns: { change: 'commitment' },
  decide(compared, on) {
    const { row, before } = compared;
    const { attested_by, ...balance } = row.values;
    const { state, commitment } = commitmentOrRefuse(balance.commitment, on);
    const change = before ? changeOrRefuse(compared, on.given) : null;
    const command = { ...balance, attestedBy: attested_by === null ? null : on.people.id(attested_by), change };
    const events = withSigns(row, commitment.terms.measure, ['quantity'], () => decideOpeningBalance(state, command, on.around));
    return { stream: contractStream(state.terms!.reference), evolution: contractEvolution, events };
  },
};
