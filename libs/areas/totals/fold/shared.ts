import { postedYear } from '#domain/authority/calendar.js';
import type { ProviderTerms } from '#domain/authority/provider-terms.js';
import type { RecordedEvent } from '#domain/kernel/event.js';
import { held } from '#domain/kernel/lookup.js';

/** What counting needs to know of the authority as a whole. */
export interface AuthorityFacts {
  readonly closedThrough: string | null;
  readonly providers: Readonly<Record<string, { readonly type: string; readonly version: number }>>;
  /** The streams of the contracts that hold, or held, amounts of a provider. */
  readonly contractsOf: Readonly<Record<string, readonly string[]>>;
}

export const nothingKnown: AuthorityFacts = { closedThrough: null, providers: {}, contractsOf: {} };

/** The events of contracts that change these facts. */
export const HEEDED_OF_CONTRACTS = ['ContractRegistered', 'ContractVaried', 'ContractCorrected', 'MembersAgreed'] as const;

export function foldAuthority(facts: AuthorityFacts, event: RecordedEvent): AuthorityFacts {
  switch (event.type) {
    case 'YearClosed': {
      const { year } = event.payload as { year: string };
      return facts.closedThrough !== null && year <= facts.closedThrough ? facts : { ...facts, closedThrough: year };
    }
    case 'ProviderRegistered':
    case 'ProviderVaried':
    case 'ProviderCorrected': {
      const { terms } = event.payload as { terms: ProviderTerms };
      return { ...facts, providers: { ...facts.providers, [terms.reference]: { type: terms.type, version: event.version } } };
    }
    case 'ContractRegistered':
    case 'ContractVaried':
    case 'ContractCorrected':
      return holding(facts, event.stream, [(event.payload as { terms: { lead: string } }).terms.lead]);
    case 'MembersAgreed':
      return holding(
        facts,
        event.stream,
        (event.payload as { members: readonly { provider: string }[] }).members.map(({ provider }) => provider),
      );
    default:
      return facts;
  }
}

function holding(facts: AuthorityFacts, stream: string, providers: readonly string[]): AuthorityFacts {
  const fresh = providers.filter((provider) => !held(facts.contractsOf, provider)?.includes(stream));
  if (fresh.length === 0) return facts;
  // entries, not assignments: assigned to, the name `__proto__` would hold nothing
  const more = Object.fromEntries(fresh.map((provider) => [provider, [...(held(facts.contractsOf, provider) ?? []), stream]]));
  return { ...facts, contractsOf: { ...facts.contractsOf, ...more } };
}

export function providerType(facts: AuthorityFacts, provider: string): string {
  return held(facts.providers, provider)?.type ?? '';
}

export function providerVersion(facts: AuthorityFacts, provider: string): number {
  return held(facts.providers, provider)?.version ?? 0;
}

export function postedYearOf(facts: AuthorityFacts, year: string): string {
  return postedYear(year, facts.closedThrough);
}
