import type { Command } from 'commander';
import { type EntryAnswer, readEntryId, readTotalId, SeeEntryEventsQuery, TraceTotalQuery } from '#areas/totals/index.js';
import { Refusal, refuse } from '#domain/kernel/refusal.js';
import { pounds } from '../pounds.js';
import type { RunCommand } from '../run-command.js';
import type { Session } from '../session.js';
import { table } from '../table.js';

const PAGE = 500;

export function traceCommand(program: Command, run: RunCommand): void {
  program
    .command('trace <id>')
    .description('from a row of totals to its entries; from an entry to its events and the sentence of the bid')
    .option('--authority <code>', 'whose; the id says it already, and must agree')
    .action((id: string, options: { readonly authority?: string }) =>
      run(async (session, output) => {
        agrees(id, options.authority);
        if (isTotal(id)) {
          const total = readTotalId(id);
          await session.parts.engine.catchUp(total.authority);
          const entries = await allEntries(session, id);
          const { authority, position, by, key } = total;
          const document = { id, authority, position, key: Object.fromEntries(by.map((name, at) => [name, key[at]])), entries };
          output.answer(document, () => words(entries));
        } else {
          const { authority, position, commitment } = readEntryId(id);
          const behind = await session.queries.execute(new SeeEntryEventsQuery(authority, position, commitment));
          output.answer({ id, authority, position, commitment, ...behind }, () =>
            [
              behind.bidSentence === null ? 'Delivered beyond the contract.' : `“${behind.bidSentence}” (${behind.bidReference})`,
              ...behind.events.map((event) =>
                [`\n${event.position}  ${event.title}, ${event.businessDate}, by ${event.actor}`, ...event.facts.map(({ field, value }) => `   ${field}: ${value}`)].join('\n'),
              ),
            ].join('\n'),
          );
        }
      }),
    );
}

function agrees(id: string, authority: string | undefined): void {
  if (authority === undefined) return;
  const named = (isTotal(id) ? readTotalId(id) : readEntryId(id)).authority;
  if (named !== authority) refuse('--authority', authority, `must be the authority of the id, ${named}`, 'Leave it out: the id says whose it is.');
}

function isTotal(id: string): boolean {
  try {
    readTotalId(id);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

async function allEntries({ queries }: Session, id: string): Promise<readonly EntryAnswer[]> {
  const total = readTotalId(id);
  const entries: EntryAnswer[] = [];
  let query = new TraceTotalQuery(total, PAGE);
  for (;;) {
    const found = await queries.execute(query);
    entries.push(...found.map(({ answer }) => answer));
    if (found.length < PAGE) return entries;
    query = new TraceTotalQuery(total, PAGE, found.at(-1)!.cursor);
  }
}

function words(entries: readonly EntryAnswer[]): string {
  const rows = entries.map(({ position, event, contract, commitment, provider, period, figure, pence, quantity, postedYear }) => [
    String(position),
    event,
    contract,
    commitment,
    provider,
    `${period.from} to ${period.to}`,
    postedYear,
    figure,
    pounds(pence),
    quantity,
  ]);
  return table(['Entry', 'Event', 'Contract', 'Commitment', 'Provider', 'Period', 'Posted', 'Figure', 'Value', 'Quantity'], rows, 8);
}
