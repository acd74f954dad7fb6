import { bankHolidaysRecorded, yearClosed } from '#domain/authority/calendar.js';
import { authorityOpened, selfReviewPolicySet, textsErased } from '#domain/authority/policy.js';
import type { ProviderTerms } from '#domain/authority/provider-terms.js';
import { providerCorrected, providerRegistered, providerVaried } from '#domain/authority/provider.js';
import { type FinancialYear, nextYear } from '#domain/kernel/financial-year.js';
import { measureCorrected, measureDefined, measureVaried } from '#domain/measures/measure-set.js';
import type { MeasureTerms } from '#domain/measures/measure.js';
import { listed } from '#domain/kernel/listed.js';
import { poundsTyped, several } from './amounts.js';
import { PLACES } from './contract.js';
import { period } from './periods.js';
import { type Sentence, sentence } from './sentence.js';

/** What the authority did beside its contracts: its providers, measures, calendar and rules. */
export const AUTHORITY: readonly Sentence[] = [
  sentence(providerRegistered, ({ terms }) => `${providerNamed(terms)} was entered in the record: ${ofProvider(terms)}.`),
  sentence(providerVaried, ({ terms }) => `${providerNamed(terms)} changed. From here on it is ${ofProvider(terms)}.`),
  sentence(providerCorrected, ({ terms }) => `The record of ${providerNamed(terms)} was put right, because it was typed wrong. It is ${ofProvider(terms)}.`),
  sentence(measureDefined, ({ terms }) => `${measureNamed(terms)} can be promised from here on. ${ofMeasure(terms)}`),
  sentence(measureVaried, ({ terms }) => `The measure ${measureNamed(terms)} changed. ${ofMeasure(terms)} Earlier promises keep what they were made with.`),
  sentence(measureCorrected, ({ terms }) =>
    `The record of the measure ${measureNamed(terms)} was put right, because it was typed wrong. ${ofMeasure(terms)} Promises keep what they were made with until they are put right themselves.`),
  sentence(yearClosed, ({ year }) => `The financial year ${year} was closed, and every year before it: later changes to it show in ${nextYear(year as FinancialYear)}.`),
  sentence(bankHolidaysRecorded, ({ jurisdiction, holidays, from, through }) =>
    `The bank holidays of ${PLACES[jurisdiction]} were recorded for ${period({ from, to: through })}: ${several(holidays.length, 'day')}. Dates that are counted in working days follow from them.`),
  sentence(authorityOpened, ({ name }) => `${name} began to keep its record here.`),
  sentence(selfReviewPolicySet, ({ allowed }) =>
    allowed
      ? 'People may now review what they entered themselves; wherever they do, it is marked and counted.'
      : 'People may no longer review what they entered themselves.'),
  sentence(textsErased, ({ digests }) =>
    digests.length === 1
      ? 'One text that somebody had typed was erased. The entry that held it stands, and reads “erased” there.'
      : `${several(digests.length, 'text')} that somebody had typed were erased. The entries that held them stand, and read “erased” there.`),
];

function providerNamed({ name, reference }: ProviderTerms): string {
  return `${name} (${reference})`;
}

const TYPES = {
  'small business': 'a small business',
  'medium business': 'a medium-sized business',
  'large business': 'a large business',
  'charity or community': 'a charity or community organisation',
  'social enterprise': 'a social enterprise',
  'public body': 'a public body',
};

function ofProvider({ type, local, place }: ProviderTerms): string {
  const where = [...(local === null ? [] : [local ? 'local' : 'not local']), ...(place === '' ? [] : [`in ${place}`])];
  return `${TYPES[type]}${where.length === 0 ? '' : `, ${listed(where)}`}`;
}

function measureNamed({ name, measure }: MeasureTerms): string {
  return `${name} (${measure})`;
}

function ofMeasure({ kind, unit, unitValue, money, theme }: MeasureTerms): string {
  const belongs = `It belongs to the theme ${theme}`;
  if (kind === 'text') return `${belongs} and is reported in words.`;
  if (kind === 'money') return `${belongs} and is counted in pounds.`;
  if (unitValue === null || money === 'none') return `${belongs} and is counted, but not valued in money.`;
  return `${belongs}, and each ${unit} counts as ${poundsTyped(unitValue)}.`;
}
