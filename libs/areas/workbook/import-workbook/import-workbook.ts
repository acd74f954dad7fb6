import { createHash } from 'node:crypto';
import { authorityCode } from '#domain/authority/authority-code.js';
import { dateIn } from '#domain/kernel/date.js';
import { refuse } from '#domain/kernel/refusal.js';
import type { AppendOutcome, Head } from '#engine/ledger/ledger.js';
import { canonicalJson } from '#engine/ledger/canonical-json.js';
import { checkIdentity } from './identity.js';
import { addAt } from './row.js';
import type { ImportAnswer } from './import-answer.js';
import { answerOf, rejected } from './import-answer-of.js';
import type { ImportPorts, ImportRequest } from './import-request.js';
import { type ImportPlan, planImport } from './plan/plan-import.js';
import { Problems } from './problems.js';
import { readAbout, type ReadWorkbook, readWorkbook } from './read-workbook.js';
import { metNow, type Recording, writePlan } from './write-plan.js';

/** How often a workbook is decided again when something else was recorded in between. */
const DECIDE_AGAIN = 5;

/** Everything that is known of an import once its file has been read. */
interface Reading {
  readonly request: ImportRequest;
  readonly authority: string;
  readonly workbook: ReadWorkbook;
  readonly problems: Problems;
  readonly warnings: Problems;
}

/**
 * Imports a workbook: what it says of itself first, then every row of every sheet; what is in order is recorded in one
 * act, with what each row said. What is wrong is in the answer, never an error.
 * @throws Refusal `invalid` when the command id came with another request, `conflict` when others kept recording
 */
export async function importWorkbook(ports: ImportPorts, request: ImportRequest): Promise<ImportAnswer> {
  const problems = new Problems();
  const warnings = new Problems();
  const sources = await request.reader.sheets();
  for (const { rule, fix } of request.reader.remarks ?? []) warnings.add({ sheet: '', row: null, column: '' }, request.reader.name, rule, fix);
  const about = await readAbout(sources, problems, warnings);
  const authority = about && checkIdentity(about, { authority: request.authority }, problems);
  const named = authority ?? request.authority;
  const head = named === undefined ? undefined : await ports.ledger.head(named);
  if (authority === undefined || !mayImport(about!, authority, head, request, problems)) return rejected(head?.position ?? 0, problems, warnings);
  const earlier = head && !request.check ? await earlierAnswer(ports, authority, request) : undefined;
  if (earlier) return earlier;
  const workbook = await readWorkbook(sources, problems, warnings, (done) => request.progress?.({ doing: 'reading', done }));
  const reading = { request, authority, workbook, problems, warnings };
  for (let again = 0; again <= DECIDE_AGAIN; again++) {
    const answer = await attempt(ports, reading);
    if (answer) return answer;
  }
  return refuse('workbook', request.reader.name, 'must find its contracts standing still while it is imported', 'Import it again.', 'conflict');
}

/** One attempt; undefined when something was recorded in between that it did not see. */
async function attempt(ports: ImportPorts, reading: Reading): Promise<ImportAnswer | undefined> {
  const { request, authority } = reading;
  const { plan, head, problems, warnings } = await planned(ports, reading);
  const answer = answerOf(plan, head?.position ?? 0, problems, warnings);
  if (request.check || plan.goesIn.length === 0 || plan.counts.events === 0) return answer;
  const met = metNow(plan);
  const entered = await ports.directory.personIds(authority, [...met.keys()], met);
  // Somebody else entered one of them meanwhile, under another id: the same plan comes out, with that.
  if ([...met].some(([name, id]) => entered.get(name) !== id)) return attempt(ports, reading);
  const recording = await recordingOf(ports, authority, request);
  const { events } = plan.counts;
  const opensAs = head ? undefined : request.createAuthority;
  const outcome = await writePlan(ports, { ...recording, opensAs }, plan, answer, request.reader, (done) => request.progress?.({ doing: 'writing', done, of: events }));
  return settled(outcome, answer, request);
}

async function planned(ports: ImportPorts, { request, authority, workbook, ...found }: Reading) {
  const problems = found.problems.copy();
  const warnings = found.warnings.copy();
  const head = await ports.ledger.head(authority);
  const rows = Object.values(workbook.rows).reduce((sum, { length }) => sum + length, 0);
  const plan: ImportPlan = await planImport(ports, {
    ...{ authority, head, workbook, problems, warnings, reader: request.reader },
    today: dateIn(ports.clock.now()),
    given: { kind: request.kind === 'entry-error' ? 'entry error' : request.kind, reason: request.reason },
    allOrNothing: request.allOrNothing ?? false,
    progress: (done) => request.progress?.({ doing: 'checking', done, of: rows }),
  });
  return { plan, head, problems, warnings };
}

function settled(outcome: AppendOutcome, answer: ImportAnswer, request: ImportRequest): ImportAnswer | undefined {
  switch (outcome.outcome) {
    case 'appended':
      return { ...answer, position: outcome.position };
    case 'repeated':
      return { ...(outcome.answer as ImportAnswer), position: outcome.position };
    case 'another request':
      return refuseAnotherRequest(request.commandId);
    case 'version conflict':
    case 'reference taken':
      return undefined;
    case 'unknown authority':
      throw new Error('The ledger of an authority is gone, which cannot be.');
  }
}

/** Whether the authority has a ledger, or is to be given one. */
function mayImport(about: Awaited<ReturnType<typeof readAbout>> & object, authority: string, head: Head | undefined, { createAuthority }: ImportRequest, problems: Problems): boolean {
  if (head) return true;
  const wrong = (rule: string, fix: string): false => {
    const row = about.find(({ values }) => values.value === authority);
    if (row) addAt(problems, row, 'value', rule, fix);
    else problems.add({ sheet: 'about', row: null, column: 'authority' }, authority, rule, fix);
    return false;
  };
  if (createAuthority === undefined) return wrong('must be the code of an authority that is kept here', 'Mend the code, or have the authority created with the import.');
  return authorityCode.safeParse(authority).success || wrong('must be 2 to 40 lower-case letters, digits and hyphens', 'Write it as in “wexcombe” or “north-fen”.');
}

async function earlierAnswer(ports: ImportPorts, authority: string, request: ImportRequest): Promise<ImportAnswer | undefined> {
  const recorded = await ports.ledger.recorded(authority, request.commandId);
  if (!recorded) return undefined;
  const { requestHash } = await recordingOf(ports, authority, request);
  if (recorded.requestHash !== requestHash) return refuseAnotherRequest(request.commandId);
  return { ...(recorded.answer as ImportAnswer), position: recorded.position };
}

async function recordingOf(ports: ImportPorts, authority: string, request: ImportRequest): Promise<Recording> {
  const actor = await ports.directory.personId(authority, request.actingAs);
  const { commandId, allOrNothing = false, reason = null, kind = null } = request;
  const asked = { command: 'import-workbook', authority, actor, content: await request.reader.contentHash(), allOrNothing, reason, kind };
  const requestHash = createHash('sha256').update(canonicalJson(asked, 'body')).digest('hex');
  return { authority, commandId, requestHash, actor };
}

function refuseAnotherRequest(commandId: string): never {
  return refuse('Idempotency-Key', commandId, 'must not be used again for another request', 'Send a new key with a new request; the same key only repeats the same request.');
}
