import { readFileSync } from 'node:fs';
import { AskKeptQuery, AskTotalsQuery, CompareMomentsQuery } from '#areas/totals/index.js';
import { AskKeptHandler } from '#areas/totals/ask-kept/ask-kept.query.js';
import { AskTotalsHandler } from '#areas/totals/ask-totals/ask-totals.query.js';
import { CompareMomentsHandler } from '#areas/totals/compare-moments/compare-moments.query.js';
import { EventTeller } from '#areas/timeline/index.js';
import { SeeSharedEvidenceHandler, SeeSharedEvidenceQuery } from '#areas/delivery/see-shared-evidence/see-shared-evidence.query.js';
import { sampleCountyInMemory } from '../../../test/support/sample-county.js';
import { WEXCOMBE } from './index.js';

const { ledger, totals, clock, ports } = await sampleCountyInMemory();

/** The table of the README: each story, and what it says to ask. */
const README = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
const STORIES = [...README.slice(README.indexOf('### Wexcombe')).matchAll(/^\| ([^|]+) \| ([^|]+) \|$/gm)].map(([, story = '', ask = '']) => ({ story, ask })).slice(1);

/** The commands of a story's row as they stand there, `over` in place of what “then” says. */
function asked(beginning: string, over: Readonly<Record<string, string>> = {}, which = 0) {
  const { ask } = STORIES.find(({ story }) => story.startsWith(beginning))!;
  const commands = [...ask.matchAll(/`((?:totals|kept|diff) [^`]*)`/g)].map(([, command = '']) => command);
  const words = [...commands[which]!.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!);
  const all = (option: string) => words.flatMap((word, at) => (word === option ? [words[at + 1]!] : []));
  const one = (option: string) => over[option] ?? all(option)[0];
  const question = {
    by: all('--by').flatMap((by) => by.split(',')),
    where: all('--where'),
    yearBasis: (one('--year-basis') ?? 'delivered') as 'delivered' | 'posted',
    knownAt: over['--known-at'] === 'now' ? undefined : one('--known-at'),
    ...(one('--delivered-to') === undefined ? {} : { deliveredTo: one('--delivered-to')! }),
  };
  return { question, from: one('--from')!, to: one('--to')! };
}

const askTotals = (question: AskTotalsQuery['asked']) => new AskTotalsHandler(totals, ledger, clock).execute(new AskTotalsQuery(WEXCOMBE, question));

async function rowsOf(beginning: string, over?: Readonly<Record<string, string>>, which?: number) {
  const { question } = asked(beginning, over, which);
  const { rows, coverage } = await askTotals(question);
  const at = (value: string) => rows.find(({ key }) => Object.values(key).join(' ') === value)!;
  return { rows, coverage, at };
}
/** By the command that stands in the row of the small charity; others say “the same”. */
async function keptOf(contract: string) {
  const { question } = asked('Kettle and Hearth');
  const { rows } = await new AskKeptHandler(totals, ledger, clock).execute(new AskKeptQuery(WEXCOMBE, { ...question, deliveredTo: question.deliveredTo! }));
  return rows.find(({ key }) => key['contract'] === contract)!;
}
async function differenceOf(beginning: string) {
  const { question, from, to } = asked(beginning);
  return new CompareMomentsHandler(totals, ledger, clock, new EventTeller(ledger, ports.directory)).execute(new CompareMomentsQuery(WEXCOMBE, { ...question, from, to }));
}
const pounds = (pence: number | null | undefined) => Math.round((pence ?? 0) / 100);

/** One for each row of the table, by how the row begins. */
const ANSWERS: Readonly<Record<string, () => Promise<void>>> = {
  'The papers of May 2024': async () => {
    const validated = async (knownAt: string) => pounds((await rowsOf('The papers', { '--known-at': knownAt })).at('2023/24').pence.validated);
    expect([await validated('2024-05-20'), await validated('2024-07-31'), await validated('now')]).toEqual([3_466_611, 4_672_210, 5_006_375]);
  },
  'School meals': async () => {
    const { events } = await differenceOf('School meals');
    expect(events.some(({ contract, reason, pence }) => contract === 'C08' && /£1,200,000/.test(reason ?? '') && pence.committed === -108_000_000)).toBe(true);
  },
  '2023/24 was closed': async () => {
    const of = async (basis: string) => pounds((await rowsOf('2023/24 was closed', { '--year-basis': basis })).at('2023/24').pence.validated);
    expect([await of('posted'), await of('delivered')]).toEqual([4_672_210, 5_006_375]);
  },
  'Residential care': async () => {
    const of = async (basis: string) => {
      const { question } = asked('2023/24 was closed', { '--year-basis': basis });
      const { rows } = await askTotals({ ...question, where: ['contract=C93'] });
      return rows.find(({ key }) => key.year === '2023/24')!.pence.validated!;
    };
    expect((await of('delivered')) - (await of('posted'))).toBe(9_300_000);
  },
  'Kettle and Hearth': async () => {
    const { due, percent, overDelivery } = await keptOf('C06');
    expect([percent, Math.round((100 * (due + overDelivery)) / due)]).toEqual(['100.0', 185]);
  },
  'The flood wall': async () => {
    const { due, kept } = await keptOf('C74');
    expect([pounds(due), kept / due > 0.25, kept / due < 0.35]).toEqual([729_124, true, true]);
  },
  'Dunnock Cleaning': async () => {
    const { at } = await rowsOf('Dunnock');
    const reported = ['2023/24 Q4', '2024/25 Q1', '2024/25 Q2', '2024/25 Q3', '2024/25 Q4', '2025/26 Q1'].map((quarter) => at(quarter).pence.reported!);
    expect(reported.slice(3)).toEqual([0, 0, 0]);
    expect([...reported.slice(0, 3)].sort((a, b) => b - a)).toEqual(reported.slice(0, 3));
  },
  'Windmill Foods': async () => {
    const { rows, at } = await rowsOf('Windmill');
    expect(at('2024/25 Q1').pence.reported!).toBeLessThan(at('2023/24 Q2').pence.reported!);
    expect(rows.filter(({ key, pence }) => key['quarter']! > '2024/25 Q1' && pence.reported! > 0)).toEqual([]);
  },
  'The building sites': async () => {
    const { at } = await rowsOf('The building sites');
    for (const measure of ['M01', 'M12']) {
      const [before, winter, after] = ['2024/25 Q2', '2024/25 Q4', '2025/26 Q2'].map((quarter) => at(`${quarter} ${measure}`)?.pence.reported ?? 0) as [number, number, number];
      expect({ measure, fell: winter < before, cameBack: after > winter }).toEqual({ measure, fell: true, cameBack: true });
    }
  },
  'A car park': async () => {
    expect((await rowsOf('A car park')).at('beyond contract').pence).toMatchObject({ committed: 0, reported: 3_548_370 });
    const { rows, at } = await rowsOf('A car park', {}, 1);
    expect([rows.length, at('C02').pence.reported]).toEqual([9, 1_850_000]);
  },
  'Winter salt': async () => {
    expect((await rowsOf('Winter salt')).coverage).toMatchObject({ contracts: 123, withCommitments: 119 });
    expect((await rowsOf('Winter salt', {}, 1)).coverage).toMatchObject({ contracts: 1, withCommitments: 0, value: { contracts: 190_000_000 } });
  },
  '445 weeks': async () => {
    const weeks = async (knownAt: string) => (await rowsOf('445 weeks', { '--known-at': knownAt })).at('2024/25 Q3').quantities[0]!.reported;
    expect([await weeks('2025-02-03'), await weeks('2025-05-19')]).toEqual(['445', '198']);
  },
  '350 volunteers': async () => {
    const { question } = asked('445 weeks');
    const reported = async (knownAt: string) => {
      const { rows } = await askTotals({ ...question, where: ['measure=M07', 'contract=C02'], knownAt });
      return Math.max(...rows.map(({ quantities }) => Number(quantities[0]!.reported)));
    };
    expect((await reported('2025-11-03')) / (await reported('2026-02-02'))).toBeGreaterThan(2);
  },
  'A first day': async () => {
    const { quantities } = (await rowsOf('A first day')).at('2023/24 Q4');
    expect(quantities[0]).toMatchObject({ reported: '72', validated: '0' });
  },
  'One register': async () => {
    const { ask } = STORIES.find(({ story }) => story.startsWith('One register'))!;
    const report = /delivery-reports\/([^/]+)\/shared-evidence/.exec(ask)![1]!;
    const shared = await new SeeSharedEvidenceHandler(ledger).execute(new SeeSharedEvidenceQuery(WEXCOMBE, report));
    expect(shared.flatMap(({ alsoBehind }) => alsoBehind)).toEqual(['K41-24Q1']);
  },
  'Recalled heaters': async () => {
    expect((await rowsOf('Recalled heaters')).at('2024/25 Q4').quantities[0]).toMatchObject({ reported: '5685' });
  },
  'Work experience': async () => {
    expect((await rowsOf('Work experience')).at('Skills').pence.underCorrection).toBeLessThan(0);
  },
  'Trees standing': async () => {
    const { rows } = await rowsOf('Trees standing');
    expect(rows[0]).toMatchObject({ pence: { committed: null }, quantities: [{ committed: '2400', validated: '990' }] });
  },
  'A year before the ledger began': async () => {
    const { broughtForward, validated } = (await rowsOf('A year before')).at('2022/23').pence;
    expect([broughtForward! > 0, validated! > 0, validated! < broughtForward!]).toEqual([true, true, true]);
  },
  'Sallow Grounds': async () => {
    const types = async (knownAt: string) => (await rowsOf('Sallow Grounds', { '--known-at': knownAt })).rows.map(({ key }) => key['provider-type']);
    expect([await types('2025-07-30'), await types('2025-07-31')]).toEqual([['small business'], ['medium business']]);
  },
  'The highways contract': async () => {
    const { events } = await differenceOf('The highways contract');
    expect(events.some(({ pence }) => pence.committed === -4_000_000)).toBe(true);
  },
  'A heat network': async () => {
    expect((await rowsOf('A heat network')).rows.map(({ key }) => key['provider'])).toEqual(['P57', 'P66', 'P67']);
  },
  'Lapwing Homes': async () => {
    const { rows } = await rowsOf('Lapwing Homes');
    const committed = rows.map(({ pence }) => pence.committed!);
    expect(rows).toHaveLength(9);
    expect(Math.max(...committed) * 2).toBeGreaterThan(committed.reduce((sum, pence) => sum + pence, 0));
  },
};

describe('What the README says of the sample county is found as it says', () => {
  it('every row of its table is asked here', () => {
    expect(STORIES.map(({ story }) => Object.keys(ANSWERS).find((beginning) => story.startsWith(beginning)))).toEqual(Object.keys(ANSWERS));
  });

  it.each(Object.keys(ANSWERS))('%s', (beginning) => ANSWERS[beginning]!());
});
