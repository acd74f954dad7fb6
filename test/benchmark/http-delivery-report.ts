import { check, type Bench, type Case, type Measured, type Row } from './harness/row.js';
import { interleaved } from './harness/interleaved.js';
import { scratchDatabase } from './harness/scratch-database.js';
import { sized } from './harness/settings.js';
import { median, percentile } from './harness/statistics.js';
import { type Served, serveApplication, serveEmptyRoute } from './http/applications.js';
import { commitmentsIn, type ContractsInWork, dayIn, importContracts } from './http/contracts-in-work.js';
import { type Answered, type LoadClient, post, startLoadClient } from './http/load.js';
import { partsOnPostgres } from '../../apps/assembly/parts.js';
import { systemClock } from '#domain/kernel/clock.js';
import type { Ledger } from '#engine/ledger/ledger.js';

const CONNECTIONS = 64;

/** A delivery report over HTTP, beside a route of Nest that does nothing, in the same process. */
export const httpDeliveryReport: Row = {
  name: 'http-delivery-report',
  title: 'A delivery report over HTTP: validate, load, decide, append, answer',
  async run({ settings, say }: Bench): Promise<readonly Case[]> {
    const requests = sized(settings, 4_000, 200);
    // as many long streams as the executor keeps states of; short ones so many that they stay short
    const short: ContractsInWork = { authority: 'short', contracts: requests, length: 10 };
    const long: ContractsInWork = { authority: 'long', contracts: sized(settings, 300, 2 * CONNECTIONS), length: 600 };
    const scratch = await scratchDatabase(10);
    const client = startLoadClient();
    const parts = partsOnPostgres({ database: scratch.database, clock: systemClock, clockIsSet: false, dataDir: scratch.dataDir, foldWhenAsked: false });
    const empty = await serveEmptyRoute();
    try {
      await parts.engine.prepare();
      for (const work of [short, long]) {
        say(`importing ${work.contracts} contracts of ${work.length} events`);
        await importContracts(parts.ledger, work);
      }
      const application = await serveApplication(parts);
      try {
        const reports = { short: new Reports(short), long: new Reports(long) };
        const cold = await inMemoryForTheFirstTime(client, application, reports.long);
        const took = { short: [] as number[], long: [] as number[] };
        const figures = await interleaved(
          [
            { name: EMPTY, run: async () => rate(await client.send(emptyRequests(empty, requests)), 200) },
            { name: SURFACE, run: async () => rate(await client.send(emptyRequests(application, requests)), 200) },
            { name: SHORT, run: async () => rate(keep(took.short, await client.send(reports.short.next(application, requests))), 201) },
            { name: LONG, run: async () => rate(keep(took.long, await client.send(reports.long.next(application, requests))), 201) },
          ],
          settings,
          say,
        );
        const checked = [...(await checkReports(parts.ledger, reports.short)), ...(await checkReports(parts.ledger, reports.long))];
        const measured = [EMPTY, SURFACE, SHORT, LONG].map((name): Measured => {
          const runs = figures.get(name)!;
          return { name, role: name === EMPTY ? 'limit' : 'ours', unit: 'requests/s', median: median(runs), runs };
        });
        const of = (name: string) => median(figures.get(name)!);
        return [
          {
            name: `${CONNECTIONS} connections`,
            size: `${requests} requests a run; 10 to ${10 + Math.ceil(reports.short.sent / short.contracts)} events in ${short.contracts} streams, 600 to ${600 + Math.ceil(reports.long.sent / long.contracts)} in ${long.contracts}`,
            measured,
            aims: [
              { what: 'of an empty Nest route, streams of 10', wanted: { atLeast: 0.6 }, got: of(SHORT) / of(EMPTY) },
              { what: 'of an empty Nest route, streams of 600', wanted: { atLeast: 0.6 }, got: of(LONG) / of(EMPTY) },
              { what: 'of its rate on streams of 10, on streams of 600 (a twentieth is noise)', wanted: { atLeast: 0.95 }, got: of(LONG) / of(SHORT) },
            ],
            checked,
            notes: [
              `Behind the application's own surface (log, headers, metrics) the empty route is answered ${(of(SURFACE) / of(EMPTY)).toFixed(2)} times as often as in Nest as it comes.`,
              `99th percentile: ${percentile(took.short, 0.99).toFixed(0)} ms on streams of 10, ${percentile(took.long, 0.99).toFixed(0)} ms on streams of 600.`,
              `The first report on each stream of 600, its state not yet in memory: ${cold.toFixed(0)} requests/s.`,
              'The client is a process of its own on the same machine; the read models are not folded meanwhile.',
            ],
          },
        ];
      } finally {
        await application.close();
      }
    } finally {
      client.stop();
      await empty.close();
      await parts.close();
      await scratch.stop();
    }
  },
};

const EMPTY = 'empty Nest route';
const SURFACE = 'empty route in the application';
const SHORT = 'delivery report, streams of 10';
const LONG = 'delivery report, streams of 600';

/** The requests of one authority's providers, each reporting one item on one of its contracts. */
class Reports {
  sent = 0;
  /** What was sent to each contract's stream. */
  private readonly sentTo = new Map<number, number>();

  constructor(readonly work: ContractsInWork) {}

  next({ port }: Served, count: number) {
    return { port, connections: CONNECTIONS, requests: Array.from({ length: count }, () => this.one()) };
  }

  expectedVersion(contract: number): number {
    return this.work.length + (this.sentTo.get(contract) ?? 0);
  }

  private one(): string {
    const place = this.sent++;
    const { authority, contracts } = this.work;
    const contract = place % contracts;
    this.sentTo.set(contract, (this.sentTo.get(contract) ?? 0) + 1);
    const day = dayIn(place);
    const commitment = `K${contract}-${place % commitmentsIn(this.work)}`;
    const body = { commitment, from: day, to: day, item: true, quantity: '7.5', side: 'provider', reportedOn: '2026-01-05', evidence: [{ kind: 'sign-in sheet' }] };
    return post(`/api/authorities/${authority}/contracts/C${contract}/delivery-reports`, body, {
      'Idempotency-Key': `${authority}-${place}`,
      'Acting-As': `returns-${contract % 50}@provider.example`,
    });
  }
}

/** The empty route is sent the same body. */
function emptyRequests({ port }: Served, count: number) {
  const body = { commitment: 'K1-0', from: dayIn(1), to: dayIn(1), item: true, quantity: '7.5', side: 'provider', reportedOn: '2026-01-05', evidence: [{ kind: 'sign-in sheet' }] };
  return { port, connections: CONNECTIONS, requests: new Array<string>(count).fill(post('/empty', body, { 'Idempotency-Key': 'k', 'Acting-As': 'returns@provider.example' })) };
}

async function inMemoryForTheFirstTime(client: LoadClient, application: Served, reports: Reports): Promise<number> {
  return rate(await client.send(reports.next(application, reports.work.contracts)), 201);
}

/** Requests a second; every one of them answered as it must be. */
function rate({ seconds, byStatus, firstOf }: Answered, wanted: number): number {
  const answers = Object.values(byStatus).reduce((sum, count) => sum + count, 0);
  for (const [status, text] of Object.entries(firstOf)) if (status !== String(wanted)) throw new Error(`${byStatus[status]} answers of ${status}: ${text}`);
  return answers / seconds;
}

function keep(took: number[], answered: Answered): Answered {
  for (const milliseconds of answered.took) took.push(milliseconds);
  return answered;
}

/** Every answered report is in the ledger once: the head, each stream's version, and the record as a whole. */
async function checkReports(ledger: Ledger, reports: Reports): Promise<readonly string[]> {
  const { authority, contracts, length } = reports.work;
  const head = await ledger.head(authority);
  const entries = check(`entries of ${authority}`, head?.position, contracts * length + reports.sent);
  for (let contract = 0; contract < contracts; contract += Math.ceil(contracts / 50)) {
    const [last] = (await ledger.readStream(authority, `contract:C${contract}`)).slice(-1);
    check(`version of contract ${contract} of ${authority}`, last?.version, reports.expectedVersion(contract));
  }
  const { problems } = await ledger.verify(authority);
  return [entries, check(`problems that verify finds in ${authority}`, problems.length, 0)];
}
