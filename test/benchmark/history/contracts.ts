import type { CommitmentTerms, ContractTerms } from '#domain/contract/state.js';
import { noFactors } from '#domain/measures/measure.js';
import { chanceOf, person } from './chance.js';
import { dayOf, months, QUARTERS } from './calendar.js';
import * as invented from './invented-authority.js';

/** A contract of the invented authority: all that its history needs to know of it, from the seed and its number. */
export interface InventedContract {
  readonly number: number;
  readonly reference: string;
  readonly stream: string;
  /** The quarter in which it is registered, and the first that it reports on. */
  readonly begins: number;
  readonly members: readonly string[];
  readonly terms: ContractTerms;
  readonly commitments: readonly InventedCommitment[];
}

export interface InventedCommitment {
  readonly number: number;
  readonly reference: string;
  readonly measure: invented.InventedMeasure;
  readonly terms: CommitmentTerms;
  readonly bidSentence: string;
  /** The yearly target in tenths of the unit; for hours × people the product. */
  readonly target: number;
  /** How it is reported: the months' totals, the quarter's total, or dated items. */
  readonly reporting: 'months' | 'quarter' | 'items';
}

export const providerReference = (number: number) => `P${String(number + 1).padStart(4, '0')}`;

export function inventedContract(seed: number, number: number, providers: number): InventedContract {
  const chance = chanceOf(seed, 1, number);
  const reference = `C${String(number + 1).padStart(5, '0')}`;
  const begins = chance.chance(0.75) ? 0 : chance.between(1, 4);
  const lead = chance.between(0, providers - 1);
  const members = [providerReference(lead)];
  if (providers > 1 && chance.chance(0.15)) members.push(providerReference((lead + chance.between(1, providers - 1)) % providers));
  const terms: ContractTerms = {
    reference,
    title: `${chance.pick(['Home care', 'Road repairs', 'School meals', 'Park keeping', 'Day centres', 'Cleaning'])}, lot ${number + 1}`,
    directorate: chance.pick(invented.directorates),
    lead: members[0]!,
    manager: person(1_000 + (number % 97)),
    startsOn: dayOf(begins, 0),
    endsOn: months(QUARTERS - 1, 2, 1).to,
    valuePence: chance.between(20, 4_000) * 1_000_000,
    jurisdiction: 'england-and-wales',
    regime: 'light-touch',
  };
  const commitments = Array.from({ length: chance.between(10, 13) }, (_, k) => inventedCommitment(seed, number, k, members));
  return { number, reference, stream: `contract:${reference}`, begins, members, terms, commitments };
}

function inventedCommitment(seed: number, contract: number, number: number, members: readonly string[]): InventedCommitment {
  const chance = chanceOf(seed, 2, contract, number);
  const measure = chance.pick(invented.measures);
  const beyond = chance.chance(0.05);
  const people = measure.terms.kind === 'hours x people' ? 12 : 1;
  const terms: CommitmentTerms = {
    measure: measure.terms,
    provider: members.length > 1 && chance.chance(0.5) ? null : chance.pick(members),
    basis: beyond ? 'beyond contract' : 'contract',
    bidReference: beyond ? '' : `bid ${chance.between(2, 9)}.${chance.between(1, 9)}`,
    critical: chance.chance(0.1),
    evidenceRequired: chance.chance(0.5) ? [chance.pick(invented.evidenceKinds)] : [],
    place: chance.pick(invented.places),
    beneficiaryGroup: chance.pick(invented.beneficiaryGroups),
    beneficiaryAgency: chance.pick(invented.beneficiaryAgencies),
    priority: chance.pick(invented.priorities),
    tags: chance.chance(0.2) ? ['lens:levelling'] : [],
    factors: chance.chance(0.3) ? { deadweight: '20', displacement: '5', leakage: null, causedByOthers: '10' } : noFactors,
  };
  const usual = Math.round((measure.usual[0] + measure.usual[1]) / 2) * people;
  return {
    number,
    reference: `K${String(contract + 1).padStart(5, '0')}-${number + 1}`,
    measure,
    terms,
    bidSentence: chance.pick(invented.bidSentences),
    target: measure.terms.combine === 'sum' ? usual * 11 : usual,
    reporting: chance.pick(['months', 'months', 'items', 'items', 'quarter']),
  };
}
