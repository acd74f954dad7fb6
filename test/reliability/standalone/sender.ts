import { type CommandsAtRandom, filesOfWorkbook, type SentWorkbook } from './commands-at-random.js';
import type { Answer, Sent, SentLog } from './sent-log.js';

/** Sends to a server, and writes down what it sent and what it was answered. */
export class Sender {
  constructor(
    private readonly url: string,
    private readonly log: SentLog,
  ) {}

  /** Undefined where no answer came. */
  async send(sent: Sent): Promise<Answer | undefined> {
    this.log.sent(sent);
    const answer = await this.exchange(sent).catch(() => undefined);
    if (answer) this.log.answered(sent.key, answer);
    return answer;
  }

  private async exchange({ kind, path, key, as, body }: Sent): Promise<Answer> {
    const headers = { 'Idempotency-Key': key, 'Acting-As': as };
    const response = await fetch(
      this.url + path,
      kind === 'import'
        ? { method: 'POST', headers, body: formOf(body as SentWorkbook) }
        : { method: 'POST', headers: { ...headers, 'Content-Type': 'application/json' }, body: JSON.stringify(body) },
    );
    return { status: response.status, body: JSON.parse(await response.text()) as unknown };
  }
}

/** The authority and its first contracts. */
export async function begin(sender: Sender, commands: CommandsAtRandom): Promise<void> {
  const send = async (sent: Sent): Promise<void> => expect(await sender.send(sent)).toMatchObject({ status: 201 });
  for (const sent of commands.beginning()) await send(sent);
  for (let due = commands.contractIfDue(); due; due = commands.contractIfDue()) {
    for (const sent of due.sent) await send(sent);
    due.stands();
  }
}

function formOf(sent: SentWorkbook): FormData {
  const form = new FormData();
  if (sent.opens) form.append('createAuthority', `Council ${sent.prefix}`);
  for (const { fileName, bytes } of filesOfWorkbook(sent)) form.append('file', new Blob([bytes as Uint8Array<ArrayBuffer>]), fileName);
  return form;
}
