import { decidesAnyInput } from '../../../../test/support/any-input.js';
import { aMeasure, commitmentMade, contractRegistered, membersAgreed } from '../../../../test/support/facts.js';
import { given } from '../../../../test/support/given.js';
import type { MeasureTerms } from '#domain/measures/measure.js';
import { fact } from '#domain/contract/contract.js';
import { contractCompleted } from '#domain/contract/events/index.js';
import type { CommitmentSurroundings } from '../commitment-surroundings.js';
import { decideMakeCommitment, makeCommitment } from './make-commitment.decision.js';

const around = (over: Partial<MeasureTerms> = {}): CommitmentSurroundings => ({
  today: '2024-05-01',
  measures: { M1: aMeasure(over) },
  unusualFigures: 'need a reason',
});
const year = { from: '2024-04-01', to: '2025-03-31', quantity: '10' };
const making = (over: object = {}, surroundings = around()) => (state: Parameters<typeof decideMakeCommitment>[0]) =>
  decideMakeCommitment(
    state,
    makeCommitment.parse({ contract: 'C1', commitment: 'K1', measure: 'M1', bidSentence: 'We will give our time.', targets: [year], ...over }),
    surroundings,
  );

describe('Making a commitment', () => {
  it('freezes the measure as it stands, and agrees each target', () => {
    const later = { from: '2025-04-01', to: '2026-03-31', quantity: '12.5' };
    const [made, , second] = given(contractRegistered()).when(making({ targets: [year, later] })).then('CommitmentMade', 'TargetAgreed', 'TargetAgreed');
    expect(made).toMatchObject({ businessDate: '2024-04-01', payload: { commitment: 'K1', terms: { measure: aMeasure(), provider: null }, bidSentence: 'We will give our time.' } });
    expect(second).toMatchObject({ payload: { commitment: 'K1', ...later } });
  });

  it('names a measure of the authority', () => {
    given(contractRegistered()).when(making({ measure: 'M9' })).thenRefused('measure');
    given(contractRegistered()).when(making({ measure: 'constructor' })).thenRefused('measure');
  });

  it('stands on a sentence of the bid, unless it goes beyond the contract', () => {
    given(contractRegistered()).when(making({ bidSentence: null })).thenRefused('bidSentence');
    given(contractRegistered()).when(making({ bidSentence: '  ' })).thenRefused('bidSentence');
    given(contractRegistered()).when(making({ basis: 'beyond contract' })).thenRefused('bidSentence');
    given(contractRegistered()).when(making({ basis: 'beyond contract', bidSentence: null, targets: [] })).then('CommitmentMade');
  });

  it('is delivered by a member of the contract', () => {
    const consortium = [contractRegistered(), membersAgreed({ P1: '60', P2: '40' })];
    given(...consortium).when(making({ provider: 'P2' })).then('CommitmentMade', 'TargetAgreed');
    expect(given(...consortium).when(making({ provider: 'P3' })).thenRefused('provider').faults[0].fix).toContain('P1, P2');
    given(contractRegistered()).when(making({ provider: 'P1' })).then('CommitmentMade', 'TargetAgreed');
  });

  it('has a reference of its own', () => {
    expect(given(contractRegistered(), commitmentMade('K1')).when(making()).thenRefused('commitment').kind).toBe('conflict');
  });

  it('needs a contract that is registered and runs', () => {
    expect(given().when(making()).thenRefused('contract').kind).toBe('not found');
    const completed = fact(contractCompleted, '2024-04-30', { completedOn: '2024-04-30' });
    given(contractRegistered(), completed).when(making()).thenRefused('contract');
  });

  it('names every fault at once', () => {
    const targets = [{ ...year, to: '2024-03-31' }];
    given(contractRegistered()).when(making({ provider: 'P9', bidSentence: null, targets })).thenRefused('provider', 'bidSentence', 'targets[0].to');
  });

  describe('with targets', () => {
    it('offers the split of one that crosses 31 March', () => {
      const crossing = [{ from: '2025-01-01', to: '2025-09-30', quantity: '1' }];
      const error = given(contractRegistered()).when(making({ targets: crossing })).thenRefused('targets[0].to');
      expect(error.faults[0].fix).toContain('2025-01-01 to 2025-03-31, 2025-04-01 to 2025-09-30');
    });

    it('refuses two that overlap, by a day', () => {
      const two = [{ from: '2024-04-01', to: '2024-06-30', quantity: '1' }, { from: '2024-06-30', to: '2024-09-30', quantity: '1' }];
      const error = given(contractRegistered()).when(making({ targets: two })).thenRefused('targets[1].from');
      expect(error.faults[0].rule).toContain('2024-04-01 to 2024-06-30 has one');
    });

    it('refuses negative ones and takes zero', () => {
      expect(makeCommitment.shape.targets.safeParse([{ ...year, quantity: '-1' }]).success).toBe(false);
      given(contractRegistered()).when(making({ targets: [{ ...year, quantity: '0' }] })).then('CommitmentMade', 'TargetAgreed');
    });

    it('takes none for a text, and percentages up to 1000', () => {
      const text = around({ kind: 'text', combine: 'never', money: 'none', unitValue: null });
      given(contractRegistered()).when(making({}, text)).thenRefused('targets[0].quantity');
      given(contractRegistered()).when(making({ targets: [] }, text)).then('CommitmentMade');
      const percentage = around({ kind: 'percentage', combine: 'never', money: 'none', unitValue: null });
      given(contractRegistered()).when(making({}, percentage)).then('CommitmentMade', 'TargetAgreed');
      given(contractRegistered()).when(making({ targets: [{ ...year, quantity: '1000.1' }] }, percentage)).thenRefused('targets[0].quantity');
    });

    it('keeps a line within what totals can hold', () => {
      const dear = around({ unitValue: '999999999' });
      given(contractRegistered()).when(making({ targets: [{ ...year, quantity: '10000000000' }] }, dear)).thenRefused('targets[0].quantity');
    });

    it('asks for a reason where one is unusual, and keeps it with that one', () => {
      const before = { from: '2023-04-01', to: '2024-03-31', quantity: '10' };
      const after = { from: '2027-04-01', to: '2028-03-31', quantity: '10' };
      given(contractRegistered()).when(making({ targets: [before, year, after] })).thenRefused('targets[0].from', 'targets[2].to');
      const dear = [{ ...year, quantity: '100000.1' }];
      given(contractRegistered()).when(making({ targets: dear })).thenRefused('targets[0].quantity');
      const [, usual, unusual] = given(contractRegistered())
        .when(making({ targets: [year, after], reason: 'The contract will be extended' }))
        .then('CommitmentMade', 'TargetAgreed', 'TargetAgreed');
      expect(usual!.payload).not.toHaveProperty('reason');
      expect(unusual).toMatchObject({ payload: { reason: 'The contract will be extended' } });
    });

    it('lets an import pass with what is unusual', () => {
      const targets = [{ ...year, quantity: '100000.1' }];
      given(contractRegistered()).when(making({ targets }, { ...around(), unusualFigures: 'pass' })).then('CommitmentMade', 'TargetAgreed');
    });
  });

  it('decides or refuses anything', () => {
    const { state } = given(contractRegistered(), membersAgreed({ P1: '60', P2: '40' }));
    decidesAnyInput(makeCommitment, (input) => decideMakeCommitment(state, input, around()));
  });
});
