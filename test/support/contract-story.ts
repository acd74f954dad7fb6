import { AuthoritiesModule, AuthoritiesRoutes } from '#areas/authorities/index.js';
import { BreakClausesModule, BreakClausesRoutes } from '#areas/break-clauses/index.js';
import { CalendarModule, CalendarRoutes } from '#areas/calendar/index.js';
import { CommitmentsModule, CommitmentsRoutes } from '#areas/commitments/index.js';
import { ContractsModule, ContractsRoutes } from '#areas/contracts/index.js';
import { DeliveryModule, DeliveryRoutes } from '#areas/delivery/index.js';
import { MeasuresModule, MeasuresRoutes } from '#areas/measures/index.js';
import { ProvidersModule, ProvidersRoutes } from '#areas/providers/index.js';
import { ReturnsModule, ReturnsRoutes } from '#areas/returns/index.js';
import type { RecordedEvent } from '#domain/kernel/event.js';
import type { Fault } from '#domain/kernel/refusal.js';
import { areaApp, type Reply } from './area-app.js';
import type { World } from './world.js';

const modules = [
  ...[AuthoritiesModule, BreakClausesModule, CalendarModule, CommitmentsModule, ContractsModule, DeliveryModule, MeasuresModule, ProvidersModule, ReturnsModule],
  ...[AuthoritiesRoutes, BreakClausesRoutes, CalendarRoutes, CommitmentsRoutes, ContractsRoutes, DeliveryRoutes, MeasuresRoutes, ProvidersRoutes, ReturnsRoutes],
];

/** Manages the contract; a second authorised person; files for the provider. */
export const ANN = 'ann@wexcombe.example';
export const DAN = 'dan@wexcombe.example';
export const PAT = 'pat@trent.example';

/** The quarters of 2024/25. Their returns are due on 26 July, 28 October 2024, 29 January and 30 April 2025. */
export const QUARTERS = {
  spring: { from: '2024-04-01', to: '2024-06-30' },
  summer: { from: '2024-07-01', to: '2024-09-30' },
  autumn: { from: '2024-10-01', to: '2024-12-31' },
  winter: { from: '2025-01-01', to: '2025-03-31' },
} as const;
type Quarter = keyof typeof QUARTERS;

/** What happens to the contracts of an authority, day by day, through the API. */
export interface ContractStory {
  /** It is noon of a day. */
  day(day: string): void;
  /** Somebody does something, and it is recorded; answers what that came to on contracts, by type. */
  does(who: string, path: string, body?: object): Promise<string[]>;
  /** Somebody tries something, and it is refused; answers why. Nothing is recorded. */
  refused(who: string, path: string, body?: object): Promise<readonly Fault[]>;
  /** The provider reports hours for a quarter, today. */
  reports(quarter: Quarter, quantity: string, commitment?: string): Promise<string[]>;
  /** The manager validates a report, today. */
  validates(report: string, over?: object): Promise<string[]>;
  /** The return for a quarter is filed, today. */
  files(quarter: Quarter, over?: object): Promise<string[]>;
  /** It is looked for missed returns, as of today. */
  sweeps(): Promise<string[]>;
  /** What was recorded of a type, the earliest first. */
  recorded(type: string): Promise<readonly object[]>;
}

interface Storyteller {
  /** A new story on 2 April 2024: the contract C1 with P1, two years from 1 April 2024, with quarterly returns. */
  begin(contract?: object): Promise<ContractStory>;
  end(): Promise<void>;
}

/** Tells the stories of a `describe` in a world that lasts as long as it does; each in an authority of its own. */
export function storiesIn(open: () => World | Promise<World>): Pick<Storyteller, 'begin'> {
  let world: World;
  let teller: Storyteller;
  beforeAll(async () => {
    world = await open();
    teller = await storyteller(world);
  });
  afterAll(async () => {
    await teller.end();
    await world.end();
  });
  return { begin: (contract) => teller.begin(contract) };
}

async function storyteller(world: World): Promise<Storyteller> {
  const app = await areaApp(world, modules);
  let count = 0;

  async function begin(contract: object = {}): Promise<ContractStory> {
    const code = `story-${++count}`;
    const day = (day: string): void => world.clock.set(`${day}T12:00:00.000Z`);
    const today = (): string => world.clock.now().slice(0, 10);
    const post = (who: string, path: string, body: object): Promise<Reply> => app.post(`/api/authorities/${code}${path}`, body, { 'Acting-As': who });
    const head = async (): Promise<number> => (await world.parts.ledger.head(code))!.position;
    const entries = async (after = 0): Promise<readonly RecordedEvent[]> => {
      const all = await world.parts.ledger.readStreams({ authority: code, prefix: 'contract:', upTo: await head(), limit: 1_000 });
      return all.filter(({ position }) => position > after).sort((one, other) => one.position - other.position);
    };
    const does: ContractStory['does'] = async (who, path, body = {}) => {
      const before = await head();
      const reply = await post(who, `/${path}`, body);
      if (reply.status !== 201) throw new Error(`${path} answered ${reply.status}: ${JSON.stringify(reply.body)}`);
      return (await entries(before)).map(({ type }) => type);
    };
    const refused: ContractStory['refused'] = async (who, path, body = {}) => {
      const before = await head();
      const reply = await post(who, `/${path}`, body);
      expect({ status: reply.status, head: await head() }).toEqual({ status: 422, head: before });
      return (reply.body as { errors: readonly Fault[] }).errors;
    };

    day('2024-04-02');
    await app.post('/api/authorities', { code, name: 'Wexcombe' });
    for (const reference of ['P1', 'P2']) await does(ANN, 'providers', { reference, name: reference, type: 'charity or community' });
    const measure = { theme: 'Communities', outcome: 'Stronger charities', unit: 'hour', kind: 'number', combine: 'sum', money: 'estimate', unitValue: '10' };
    await does(ANN, 'measures', { ...measure, measure: 'M1', name: 'Volunteering' });
    await does(ANN, 'measures', { ...measure, measure: 'M2', name: 'Placements', unit: 'placement', unitValue: '50' });
    await does(ANN, 'contracts', {
      ...{ reference: 'C1', title: 'Home care', directorate: 'Adults', lead: 'P1', manager: ANN, valuePence: 100_000_000 },
      ...{ startsOn: '2024-04-01', endsOn: '2026-03-31', frequency: 'quarterly', ...contract },
    });

    return {
      day,
      does,
      refused,
      reports: (quarter, quantity, commitment = 'K1') =>
        does(PAT, 'contracts/C1/delivery-reports', { reference: `${commitment}-${quarter}`, commitment, ...QUARTERS[quarter], quantity, reportedOn: today() }),
      validates: (report, over = {}) => does(ANN, `delivery-reports/${report}/reviews`, { decision: 'validated', method: 'document', reviewedOn: today(), ...over }),
      files: (quarter, over = {}) =>
        does(PAT, 'contracts/C1/returns', { ...QUARTERS[quarter], submittedOn: today(), onlyThisContractAndPeriod: true, belongsToCommitments: true, ...over }),
      sweeps: () => does(ANN, 'missed-returns', { on: today() }),
      recorded: async (type) => (await entries()).filter((entry) => entry.type === type).map(({ payload }) => payload),
    };
  }

  return { begin, end: () => app.close() };
}

/** 100 hours at £10 in each quarter of 2024/25. */
export const HOURS_EACH_QUARTER = {
  reference: 'K1',
  measure: 'M1',
  bidSentence: 'We will give 400 hours a year.',
  targets: Object.values(QUARTERS).map((quarter) => ({ ...quarter, quantity: '100' })),
};

/** A clause of ten working days’ silence; 20 working days to put it right, from two working days after a letter was posted. */
export const SILENCE = {
  reference: 'B1',
  condition: { kind: 'silence', workingDaysLate: 10 },
  timeToPutRightWorkingDays: 20,
  remediable: true,
  noticeForm: 'letter',
  noticeAddress: '1 Mill Lane',
  deemedServiceWorkingDays: 2,
  whoMayDecide: 'head of service',
  summary: 'Ten working days without a return',
};

/** The same for too little validated, period after period. */
export const shortfallOf = (belowPercent: string, consecutivePeriods: number): object => ({
  ...SILENCE,
  condition: { kind: 'shortfall', belowPercent, consecutivePeriods },
  summary: 'Too little delivered',
});
