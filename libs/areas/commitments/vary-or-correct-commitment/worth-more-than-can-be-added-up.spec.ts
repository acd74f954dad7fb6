import { aMeasure, commitmentMade, contractRegistered, deliveryReported } from '../../../../test/support/facts.js';
import { given } from '../../../../test/support/given.js';
import { fact } from '#domain/contract/contract.js';
import { openingBalanceBroughtForward } from '#domain/contract/events/index.js';
import { decideCommitmentChange, varyOrCorrectCommitment } from './vary-or-correct-commitment.decision.js';

/**
 * Targets were looked at again when a commitment froze its measure anew, deliveries were not: a unit value with three
 * noughts too many made a line worth 10²¹ pence, which no column holds, and the authority's totals were parked for good.
 */
describe('A measure frozen anew at a far greater value', () => {
  const measures = { M1: aMeasure({ unitValue: '1000000000' }) };
  const command = varyOrCorrectCommitment.parse({ commitment: 'K1', because: 'entry error', reason: 'A slip', measure: 'M1' });
  const frozenAnew = (state: Parameters<typeof decideCommitmentChange>[0]) => decideCommitmentChange(state, command, { today: '2025-05-01', measures });
  const made = [contractRegistered(), commitmentMade()];
  const year = { from: '2023-04-01', to: '2024-03-31' };
  const brought = (quantity: string) => fact(openingBalanceBroughtForward, '2024-04-01', { commitment: 'K1', provider: null, ...year, quantity, attestedBy: null });

  it('is refused where something delivered would be worth more than can be added up', () => {
    given(...made, deliveryReported({ quantity: '10000000000' })).when(frozenAnew).thenRefused('measure');
    given(...made, deliveryReported({ quantity: '-101' })).when(frozenAnew).thenRefused('measure');
    given(...made, brought('101')).when(frozenAnew).thenRefused('measure');
  });

  it('is taken where it is not', () => {
    given(...made, deliveryReported({ quantity: '100' }), brought('100')).when(frozenAnew).then('CommitmentCorrected');
  });
});
