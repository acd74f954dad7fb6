import { aboutOf } from '../../support/council.js';
import type { Random } from '../../support/generate-events/random.js';
import { filesOf, type StatedRow, type StatedWorkbook } from '../../support/workbook.js';
import type { Sent } from './sent-log.js';

const CLERK = 'clerk@northmoor.example';
const MANAGER = 'manager@northmoor.example';
const CONTRACTS = 4;
/** Reports to a contract, after which another is registered: a stream's length is not what is tried here. */
const REPORTS = 100;
/** Pence that one unit of the only measure is worth. */
export const UNIT_PENCE = 1_693;

const contract = (reference: string) => ({
  ...{ reference, title: `Contract ${reference}`, directorate: 'Adults', lead: 'P1', manager: MANAGER },
  ...{ startsOn: '2024-04-01', endsOn: '2027-03-31', valuePence: 90_000_000_00, frequency: 'quarterly' },
});
const commitment = (reference: string) => ({
  reference,
  measure: 'M1',
  bidSentence: 'We will give 4,000 hours a year.',
  targets: [{ from: '2024-04-01', to: '2025-03-31', quantity: '4000' }, { from: '2025-04-01', to: '2026-03-31', quantity: '4000' }],
});
const measure = { measure: 'M1', name: 'Volunteering', theme: 'Communities', outcome: 'Charities', unit: 'hour', kind: 'number', combine: 'sum', money: 'estimate', unitValue: '16.93' };

/** What people send to one authority, each under a key and with references of its own. */
export class CommandsAtRandom {
  private sent = 0;
  private made = 0;
  private reports = 0;
  /** The numbers of the contracts that stand, and are reported to. */
  private readonly standing: number[] = [];

  constructor(
    readonly authority: string,
    /** In every key and reference, so that several may send to one authority. */
    private readonly name: string,
  ) {}

  /** The authority, a provider, a measure, and contracts with a commitment each. */
  beginning(): readonly Sent[] {
    return [
      { ...this.command('', { code: this.authority, name: 'Northmoor Council' }), path: '/api/authorities' },
      this.command('providers', provider('P1'), [`ProviderRegistered P1`]),
      this.command('measures', measure),
    ];
  }

  /** A contract with a commitment, where those that stand have reports enough; `stands` says that both are recorded. */
  contractIfDue(): { readonly sent: readonly Sent[]; stands(): void } | undefined {
    if (this.made >= CONTRACTS && this.reports < (this.made - CONTRACTS + 1) * REPORTS) return undefined;
    const n = ++this.made;
    const [c, k] = [`C${n}`, `K${n}`];
    return {
      sent: [this.command('contracts', contract(c), [`ContractRegistered ${c}`]), this.command(`contracts/${c}/commitments`, commitment(k), [`CommitmentMade ${k}`])],
      stands: () => void this.standing.push(n),
    };
  }

  /** A delivery report of some hours on a day. */
  report(random: Random): Sent {
    const reference = `${this.name}-D${this.sent}`;
    const day = `2025-${String(random.between(1, 12)).padStart(2, '0')}-${String(random.between(1, 28)).padStart(2, '0')}`;
    const n = random.pick(this.standing.slice(-CONTRACTS));
    this.reports += 1;
    const body = { reference, commitment: `K${n}`, from: day, to: day, item: true, quantity: String(random.between(10, 30)), reportedOn: '2026-01-12' };
    return this.command(`contracts/C${n}/delivery-reports`, body, [`DeliveryReported ${reference}`]);
  }

  /** The review of a report that stands. */
  review(report: string): Sent {
    const body = { decision: 'validated', method: 'document', reviewedOn: '2026-01-20' };
    return { ...this.command(`delivery-reports/${report}/reviews`, body, [`DeliveryValidated ${report}`]), as: MANAGER };
  }

  provider(): Sent {
    const reference = `${this.name}-P${this.sent}`;
    return this.command('providers', provider(reference), [`ProviderRegistered ${reference}`]);
  }

  /** A workbook; into this authority, or into one that it opens. */
  import(opens: boolean): Sent {
    const prefix = `${this.name}-I${this.sent++}`;
    const authority = opens ? prefix.toLowerCase() : this.authority;
    const body: SentWorkbook = { prefix, authority, opens };
    return { key: prefix, kind: 'import', authority, path: `/api/authorities/${authority}/imports`, as: CLERK, body, leaves: leavesOf(workbookOf(body)) };
  }

  private command(path: string, body: object, leaves: readonly string[] = []): Sent {
    const { authority } = this;
    return { key: `${this.name}-${this.sent++}`, kind: 'command', authority, path: `/api/authorities/${authority}/${path}`, as: CLERK, body, leaves };
  }
}

const provider = (reference: string) => ({ reference, name: `Provider ${reference}`, type: 'public body' });

/** Which workbook was sent. */
export interface SentWorkbook {
  readonly prefix: string;
  readonly authority: string;
  readonly opens: boolean;
}

/** How many rows of a workbook are remembered for the next comparison. */
export const rowsOf = (sent: SentWorkbook): number => Object.entries(workbookOf(sent)).reduce((sum, [sheet, rows]) => sum + (sheet === 'about' ? 0 : rows.length), 0);

/** A contract with two commitments, 120 reports and their reviews: enough to be cut in the midst. */
export function workbookOf({ prefix, authority }: SentWorkbook): StatedWorkbook {
  const commitments = [`${prefix}-K1`, `${prefix}-K2`];
  const deliveries = Array.from({ length: 120 }, (_, index): StatedRow => ({
    ...{ reference: `${prefix}-D${index}`, commitment: commitments[index % 2]!, from: day(index), to: day(index), item: 'yes' },
    ...{ quantity: String(10 + (index % 7)), reported_on: '2026-01-12', reported_by: CLERK },
  }));
  return {
    about: aboutOf(authority),
    providers: [{ reference: `${prefix}-P`, name: `Provider ${prefix}`, type: 'public body' }],
    contracts: [
      {
        ...{ reference: prefix, title: `Contract ${prefix}`, directorate: 'Adults', provider: `${prefix}-P`, manager: MANAGER },
        ...{ starts_on: '2024-04-01', ends_on: '2027-03-31', value_gbp: '90000000', reporting: 'quarterly' },
      },
    ],
    measures: [{ reference: `${prefix}-M`, name: `Hours ${prefix}`, theme: 'Communities', outcome: 'Charities', unit: 'hour', kind: 'number', combine: 'sum', money: 'estimate', unit_value_gbp: '16.93' }],
    commitments: commitments.map((reference) => ({ reference, contract: prefix, measure: `${prefix}-M`, basis: 'contract', bid_sentence: 'We will give hours.' })),
    targets: commitments.map((reference) => ({ commitment: reference, from: '2025-04-01', to: '2026-03-31', quantity: '500' })),
    deliveries,
    reviews: deliveries.map(({ reference }) => ({ delivery: reference!, decision: 'validated', method: 'document', reviewed_on: '2026-01-20', reviewed_by: MANAGER })),
  };
}

export const filesOfWorkbook = (sent: SentWorkbook) => filesOf(workbookOf(sent));

const day = (index: number): string => `2025-${String(4 + (index % 9)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`;

function leavesOf({ providers, contracts, commitments, deliveries, reviews }: StatedWorkbook): readonly string[] {
  return [
    ...providers!.map(({ reference }) => `ProviderRegistered ${reference!}`),
    ...contracts!.map(({ reference }) => `ContractRegistered ${reference!}`),
    ...commitments!.map(({ reference }) => `CommitmentMade ${reference!}`),
    ...deliveries!.map(({ reference }) => `DeliveryReported ${reference!}`),
    ...reviews!.map(({ delivery }) => `DeliveryValidated ${delivery!}`),
  ];
}
