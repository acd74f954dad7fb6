import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#domain/kernel/clock.js';
import { isDate, type IsoDate } from '#domain/kernel/date.js';
import { CLOCK } from '#engine/clock/clock.token.js';
import type { Ledger } from '#engine/ledger/ledger.js';
import { LEDGER } from '#engine/ledger/ledger.token.js';
import { momentOf } from '#engine/ledger/moment.js';
import { isoDay, isoInstant } from '#surface/pages/filters/days.js';

/** As of when a register is asked for. What is left out is now. */
export interface AskedRegisterMoment {
  /** A position, a day or an instant. */
  readonly knownAt: string | undefined;
  /** The day on which it is judged how everything stands. */
  readonly on: IsoDate | undefined;
}

/** The same, settled. */
export interface JudgedMoment {
  readonly knownAt: string | undefined;
  readonly on: IsoDate;
  readonly position: number;
  readonly recordedAt: string | null;
}

/** Settles on which day a register is judged, so that its page and its file say the same one. */
@Injectable()
export class RegisterMoment {
  constructor(
    @Inject(LEDGER) private readonly ledger: Ledger,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws {Refusal} of `knownAt`, when it is no moment of this authority's ledger */
  async of(code: string, { knownAt, on }: AskedRegisterMoment): Promise<JudgedMoment> {
    const { position, recordedAt, day } = await momentOf(this.ledger, this.clock, code, knownAt);
    return { knownAt, on: on ?? day, position, recordedAt };
  }
}

/** “Judged on 19 May 2026, as known at the end of 31 March 2026, which is entry 1,204, recorded on …” */
export function judgedInWords({ knownAt, on, position, recordedAt }: JudgedMoment): string {
  const entry = `entry ${position.toLocaleString('en-GB')} of the whole record${recordedAt === null ? '' : `, recorded on ${isoInstant(recordedAt)}`}`;
  if (knownAt === undefined) return `As it stands on ${isoDay(on)}, with everything recorded by now.`;
  if (isDate(knownAt)) return `As it stood on ${isoDay(on)}, as known at the end of ${isoDay(knownAt)}, which is ${entry}.`;
  return `As it stood on ${isoDay(on)}, as known at ${entry}.`;
}

/** What the name of a register's file says of its moment: `on-2026-05-19-as-known-at-entry-1204`. */
export function judgedInFileName({ knownAt, on, position }: JudgedMoment): string {
  return `on-${on}${knownAt === undefined ? '' : `-as-known-at-entry-${position}`}`;
}
