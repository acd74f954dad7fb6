import type { Logger } from 'pino';
import type { ReadinessCheck } from './health/readiness.js';
import type { Freshness } from './queries/freshness.js';

/** Under this token the settings of the surface are injected. */
export const SURFACE = Symbol('the settings of the surface');

/** What an app binds to the surface. */
export interface SurfaceSettings {
  readonly freshness: Freshness;
  readonly readiness: readonly ReadinessCheck[];
  readonly log: Logger;
  /** Checks every answer against its schema and fails with 500 where they differ: for tests. */
  readonly checkAnswers: boolean;
  /** A line at the top of every page, such as whom this server acts for while nobody signs in. */
  readonly notice: string | undefined;
  /** Folders of templates beside `libs`: for tests. */
  readonly templateFolders?: readonly string[];
}
