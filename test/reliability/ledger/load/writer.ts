import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../../../support/generate-events/random.js';
import type { LoggedCommand } from './command-log.js';
import type { Sending } from './sending.js';

/** References in each authority that all writers want. */
const REFERENCES = 40;

/** One person at a keyboard: sends a command, waits for its answer, thinks, and sends the next. */
export class Writer {
  private readonly versions = new Map<string, number>();
  private sent = 0;

  constructor(
    /** Unlike that of any other writer, of this process and of those before it. */
    private readonly name: string,
    private readonly authorities: readonly string[],
    /** Streams of each authority that all writers want. */
    private readonly contested: number,
    private readonly random: Random,
    private readonly sending: Sending,
  ) {}

  async work(enough: () => boolean): Promise<void> {
    while (!enough()) {
      const command = this.nextCommand();
      const { versions } = await this.sending.untilAnswered(command);
      for (const [stream, version] of Object.entries(versions ?? {})) this.versions.set(`${command.authority} ${stream}`, version);
      if (this.random.chance(0.04)) await this.sending.again(command);
      if (this.random.chance(0.3)) await pause(this.random.between(0, 8));
    }
  }

  private nextCommand(): LoggedCommand {
    const authority = this.random.pick(this.authorities);
    const own = (): string => `contract:${this.name}-${this.random.between(1, 3)}`;
    const command = { id: `${this.name}/${++this.sent}`, authority, requestHash: this.random.hex(), how: 'append' as const };
    const writes = (streams: readonly string[], events: () => number): LoggedCommand['writes'] =>
      [...new Set(streams)].map((stream) => ({ stream, expected: this.versions.get(`${authority} ${stream}`) ?? 0, events: events() }));
    const few = (): number => this.random.between(1, 3);
    return this.random.weighted<() => LoggedCommand>([
      [70, () => ({ ...command, writes: writes([own()], () => 1) })],
      [15, () => ({ ...command, writes: writes([own(), own()], few) })],
      [5, () => ({ ...command, writes: writes([own(), `shared:${this.random.between(1, this.contested)}`], few) })],
      [6, () => ({ ...command, writes: writes([own()], few), reference: `C${this.random.between(1, REFERENCES)}` })],
      [4, () => ({ ...command, how: 'import', writes: writes([own(), own()], () => this.random.between(1, 20)) })],
    ])();
  }
}
