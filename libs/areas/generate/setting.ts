import type { IsoDate } from '#domain/kernel/date.js';
import type { Chance } from './chance.js';
import type { Sector } from './words/sectors.js';

/** A moment at which what has happened since the one before is imported. */
export interface Moment {
  /** The folder of its workbook, and how its command is known: `2023-07-31`. */
  readonly name: string;
  /** ISO instant. */
  readonly at: string;
  /** What is in it, for those who watch. */
  readonly what: string;
  /** The financial year that is closed with it. */
  readonly closes?: string;
  /** Rows that say something else than before, and why: one reason for all of an import. */
  readonly restates?: { readonly sheet: 'providers' | 'targets'; readonly kind: 'variation' | 'entry-error'; readonly reason: string };
}

/** Where an authority is and who works there: all that is invented of it before its contracts. */
export interface Setting {
  readonly code: string;
  readonly name: string;
  readonly moments: readonly Moment[];
  /** The first day that is reported on; what was delivered before is brought forward. */
  readonly begins: IsoDate;
  /** The last day of the last period that is reported on. */
  readonly ends: IsoDate;
  readonly directorates: Readonly<Record<Sector['directorate'], { readonly name: string; readonly managers: readonly string[] }>>;
  /** Who imports, and who attests what is brought forward. */
  readonly lead: string;
  readonly places: readonly string[];
  /** The place that stands for all of them. */
  readonly everywhere: string;
  /** The first numbers of references, where others are taken. */
  readonly first: { readonly contract: number; readonly commitment: number; readonly provider: number; readonly clause: number };
  /** Names that providers must not have. */
  readonly taken: readonly string[];
}

const first = ['Thorn', 'Marl', 'Stan', 'Wich', 'Hather', 'Kings', 'Black', 'Elm', 'Wether', 'Ald', 'Brad', 'Lang', 'Cold', 'Har', 'Nor', 'Sut', 'Ash', 'Mill', 'Oak', 'Pen', 'Raven', 'Scar', 'Tad', 'Wool'];
const second = ['mere', 'ford', 'ley', 'bourne', 'ham', 'wick', 'combe', 'field', 'stoke', 'bury', 'den', 'thorpe', 'worth', 'minster'];
const kinds = ['Borough Council', 'District Council', 'County Council', 'Metropolitan Borough Council'];

/** The moments of a generated authority: three years, four imports a year, each when quarters are usually in. */
const moments: readonly Moment[] = [
  { name: '2023-07-31', at: '2023-07-31T15:20:00.000Z', what: 'The contracts that ran when the ledger began, what was brought forward, and the first quarter of 2023/24' },
  { name: '2023-11-06', at: '2023-11-06T10:05:00.000Z', what: 'The second quarter of 2023/24' },
  { name: '2024-02-05', at: '2024-02-05T11:30:00.000Z', what: 'The third quarter of 2023/24' },
  { name: '2024-05-20', at: '2024-05-20T08:30:00.000Z', what: 'The end of 2023/24, as the papers had it' },
  { name: '2024-07-31', at: '2024-07-31T15:45:00.000Z', what: 'The last reviews of 2023/24, the first quarter of 2024/25, and 2023/24 closed', closes: '2023/24' },
  { name: '2024-11-04', at: '2024-11-04T11:15:00.000Z', what: 'The second quarter of 2024/25, and evidence that came too late for the closed year' },
  {
    name: '2025-02-03',
    at: '2025-02-03T14:00:00.000Z',
    what: 'The third quarter of 2024/25, and targets that had been typed wrong',
    restates: { sheet: 'targets', kind: 'entry-error', reason: 'Found when the targets were read against the bids: a nought too many.' },
  },
  { name: '2025-05-19', at: '2025-05-19T08:50:00.000Z', what: 'The end of 2024/25' },
  {
    name: '2025-07-31',
    at: '2025-07-31T14:10:00.000Z',
    what: 'The last reviews of 2024/25, the first quarter of 2025/26, 2024/25 closed, and providers that grew',
    closes: '2024/25',
    restates: { sheet: 'providers', kind: 'variation', reason: 'The yearly look at the size of providers, July 2025.' },
  },
  {
    name: '2025-11-03',
    at: '2025-11-03T10:40:00.000Z',
    what: 'The second quarter of 2025/26, and contracts varied',
    restates: { sheet: 'targets', kind: 'variation', reason: 'Varied by deed in October 2025, after the mid-term review.' },
  },
  { name: '2026-02-02', at: '2026-02-02T13:25:00.000Z', what: 'The third quarter of 2025/26' },
  { name: '2026-05-18', at: '2026-05-18T08:15:00.000Z', what: 'The end of 2025/26, much of it still to be reviewed' },
];

/** An invented authority's setting. */
export function inventSetting(chance: Chance, code: string, named?: string): Setting {
  const places = new Set<string>();
  while (places.size < 12) places.add(chance.pick(first) + chance.pick(second));
  const [town, ...others] = places;
  const mail = (person: string): string => `${person}@${code}.example`;
  return {
    code,
    name: named ?? `${town} ${chance.pick(kinds)}`,
    moments,
    begins: '2023-04-01',
    ends: '2026-03-31',
    directorates: {
      people: { name: 'Adults and Housing', managers: [mail('adults.contracts'), mail('adults.commissioning')] },
      children: { name: 'Children and Families', managers: [mail('childrens.contracts'), mail('childrens.commissioning')] },
      place: { name: 'Place', managers: [mail('place.contracts'), mail('place.commissioning')] },
      health: { name: 'Public Health', managers: [mail('publichealth.contracts'), mail('publichealth.commissioning')] },
      resources: { name: 'Resources', managers: [mail('resources.contracts'), mail('resources.commissioning')] },
    },
    lead: mail('social.value'),
    places: [town!, ...others],
    everywhere: 'The whole area',
    first: { contract: 1, commitment: 1, provider: 1, clause: 1 },
    taken: [],
  };
}
