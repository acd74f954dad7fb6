import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Record } from './record.js';
import { Sender } from './sender.js';
import { isAcknowledged, type Logged, type SentLog } from './sent-log.js';

/** Everything that is not acknowledged is sent again, twice: it must be recorded then, and answered the same both times. */
export async function sendAgain(url: string, log: SentLog, random: { chance(probability: number): boolean }): Promise<readonly string[]> {
  const sender = new Sender(url, log);
  const wrong: string[] = [];
  for (const one of log.read()) {
    const open = !isAcknowledged(one);
    if (!open && !random.chance(0.02)) continue;
    const answers = [one.answers.find((answer) => isAcknowledged({ ...one, answers: [answer] })), await sender.send(one), await sender.send(one)];
    const given = answers.filter((answer) => answer !== undefined);
    if (!given.slice(-2).every((answer) => isAcknowledged({ ...one, answers: [answer] }))) wrong.push(`${one.key} was sent again, and answered ${JSON.stringify(answers)}`);
    if (!given.every((answer) => isDeepStrictEqual(answer, given[0]))) wrong.push(`${one.key} was answered differently each time: ${JSON.stringify(answers)}`);
  }
  return wrong;
}

/** How the imports that were asked for and not answered have ended, without anybody sending them again. */
export async function importsEnd(url: string, { imports }: Record, log: readonly Logged[], withinMs: number): Promise<{ readonly done: number; readonly failed: number; readonly wrong: readonly string[] }> {
  const asked = new Set(imports.map(({ authority, import_id }) => `${authority} ${import_id}`));
  const waited = log.filter((one) => one.kind === 'import' && !isAcknowledged(one) && asked.has(`${one.authority} ${importIdOf(one)}`));
  const ended = { done: 0, failed: 0, wrong: [] as string[] };
  for (const one of waited) {
    const deadline = performance.now() + withinMs;
    for (;;) {
      const response = await fetch(`${url}${one.path}/${importIdOf(one)}`);
      const said = (await response.json()) as { status?: string; state?: string; failure?: string };
      if (said.status === 'accepted') ended.done += 1;
      else if (said.state === 'failed') ended.failed += 1;
      else if (said.state !== 'under way' || performance.now() > deadline) ended.wrong.push(`${one.key} was cut, and still answers ${JSON.stringify(said)}`);
      else {
        await pause(25);
        continue;
      }
      break;
    }
  }
  return ended;
}

/** What an import is known by: a hash of its authority and key. */
function importIdOf({ authority, key }: Logged): string {
  return `IM-${createHash('sha256').update(JSON.stringify({ authority, commandId: key })).digest('hex').slice(0, 16)}`;
}
