import type { ReportedSoFar } from './sanity.js';

/** What Nest injects it by; an app that binds nothing leaves the question of a fifth unasked (rule 16). */
export const REPORTED_TO_AUTHORITY = Symbol('ReportedToAuthority');

/** Knows what was reported to an authority over all its contracts; a moment behind does no harm. */
export interface ReportedToAuthority {
  soFar(authority: string): Promise<ReportedSoFar>;
}
