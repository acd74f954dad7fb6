import { decideProviderChange, decideRegisterProvider, providerClaim } from '#areas/providers/index.js';
import { providerEvolution, type ProviderState, providerStream } from '#domain/authority/provider.js';
import type { ProviderTerms } from '#domain/authority/provider-terms.js';
import { restated, sameTerms } from '#domain/kernel/restated.js';
import type { ProviderRow } from '../../sheets/providers.js';
import { changedFields } from './changed-fields.js';
import { changeOrRefuse } from './given-change.js';
import type { SheetPlan } from './sheet-plan.js';

const COLUMNS = { companiesHouse: 'companies_house', charityNumber: 'charity_number' } as const;

export const providersPlan: SheetPlan<ProviderRow> = {
  makes: 'provider',
  names: {},
  columns: { provider: 'reference' },
  decide(compared, { draft, around, given }) {
    const terms = termsOf(compared.row.values);
    const stream = providerStream(terms.reference);
    const state = draft.state<ProviderState>(stream);
    const at = { stream, evolution: providerEvolution };
    if (!compared.before) return { ...at, events: decideRegisterProvider(state, terms, around), references: [providerClaim(terms.reference)] };
    const { because, reason } = changeOrRefuse(compared, given);
    const changes = changedFields(compared, terms, COLUMNS);
    if (state.terms && sameTerms(restated(state.terms, changes), state.terms)) return { ...at, events: [] };
    return { ...at, events: decideProviderChange(state, { ...changes, provider: terms.reference, because, reason }, around) };
  },
};

function termsOf({ reference, name, type, local, place, companies_house, charity_number }: ProviderRow): ProviderTerms {
  return { reference, name, type, local, place, companiesHouse: companies_house, charityNumber: charity_number };
}
