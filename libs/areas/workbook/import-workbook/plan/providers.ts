import { decideProviderChange, decideRegisterProvider, providerClaim } from '#areas/providers/index.js';
import { providerEvolution, type ProviderState, providerStream } from '#domain/authority/provider.js';
import type { ProviderTerms } from '#domain/authority/provider-terms.js';
import { sameTerms } from '#domain/kernel/restated.js';
import type { ProviderRow } from '../../sheets/providers.js';
import { changeOrRefuse } from './given-change.js';
import type { SheetPlan } from './sheet-plan.js';

export const providersPlan: SheetPlan<ProviderRow> = {
  makes: 'provider',
  names: {},
  columns: {},
  decide(compared, { draft, around, given }) {
    const terms = termsOf(compared.row.values);
    const stream = providerStream(terms.reference);
    const state = draft.state<ProviderState>(stream);
    const at = { stream, evolution: providerEvolution };
    if (!compared.before) return { ...at, events: decideRegisterProvider(state, terms, around), references: [providerClaim(terms.reference)] };
    const { kind: because, reason } = changeOrRefuse(compared, given);
    if (state.terms && sameTerms(state.terms, terms)) return { ...at, events: [] };
    const { reference: provider, ...changes } = terms;
    return { ...at, events: decideProviderChange(state, { provider, ...changes, because, reason }, around) };
  },
};

function termsOf({ reference, name, type, local, place, companies_house, charity_number }: ProviderRow): ProviderTerms {
  return { reference, name, type, local, place, companiesHouse: companies_house, charityNumber: charity_number };
}
