import type { AnyProjection } from './projection.js';

/** How far a version has been built: entries folded, of all that there are. */
export interface BuildProgress {
  readonly done: number;
  readonly total: number;
}

/**
 * The versions of projections, side by side. A version can be read as soon as its tables are there under its name:
 * they get that name when they have caught up with the ledgers, or when there was nothing yet to catch up with.
 */
export interface ProjectionVersions {
  /** The versions of a projection that can be read, in no order. */
  readable(name: string): Promise<readonly number[]>;
  /** Older versions of which anything is left: readable, or begun once and never finished. */
  olderThan(projection: AnyProjection): Promise<readonly number[]>;
  /** Says how far a version's shadow has come; any process may ask. */
  tell(projection: AnyProjection, progress: BuildProgress): Promise<void>;
  /** How far it has come; undefined where nobody has begun. */
  progress(projection: AnyProjection): Promise<BuildProgress | undefined>;
  /** Removes all of a version, unless somebody reads, folds or builds it; answers whether it is gone. */
  remove(name: string, version: number): Promise<boolean>;
  /** Whether nobody reads, folds or builds a version at this moment. */
  isForsaken(name: string, version: number): Promise<boolean>;
}

/** A version of a projection that cannot be read yet. Nothing is wrong; asking again later helps. */
export class Preparing extends Error {
  override readonly name = 'Preparing';

  constructor(
    readonly projection: string,
    readonly version: number,
    /** Undefined where nobody has begun to build it. */
    readonly progress: BuildProgress | undefined,
  ) {
    super(`${what(projection, version)}: ${howFar(progress)}. Nothing is lost, and the ledger takes entries as ever. Ask again in a moment.`);
  }
}

function what(projection: string, version: number): string {
  return `What is asked for is being prepared for this version of the application (${projection}, version ${version})`;
}

function howFar(progress: BuildProgress | undefined): string {
  if (progress === undefined || progress.total === 0) return 'about to begin';
  const { done, total } = progress;
  const percent = Math.floor((100 * done) / total);
  return `${percent}%, ${done.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')} entries`;
}
