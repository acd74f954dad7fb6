import { readersOf } from './locks.js';
import type { LockTable } from './memory-locks.js';
import { projectionSchema, type AnyProjection } from './projection.js';
import type { BuildProgress, ProjectionVersions } from './versions.js';

/** The in-memory twin of `PostgresVersions`. */
export class MemoryVersions implements ProjectionVersions {
  readonly #progress = new Map<string, BuildProgress>();

  constructor(
    /** Those that can be read. */
    private readonly schemas: Set<string>,
    private readonly locks: LockTable,
    private readonly removed: (schema: string) => void,
  ) {}

  readable(name: string): Promise<readonly number[]> {
    const found = [...this.schemas].map((schema) => new RegExp(`^${name}_v(\\d+)$`).exec(schema)?.[1]);
    return Promise.resolve(found.filter((version) => version !== undefined).map(Number));
  }

  async olderThan({ name, version }: AnyProjection): Promise<readonly number[]> {
    return (await this.readable(name)).filter((one) => one < version);
  }

  tell({ name, version }: AnyProjection, progress: BuildProgress): Promise<void> {
    this.#progress.set(projectionSchema(name, version), progress);
    return Promise.resolve();
  }

  progress({ name, version }: AnyProjection): Promise<BuildProgress | undefined> {
    return Promise.resolve(this.#progress.get(projectionSchema(name, version)));
  }

  isForsaken(name: string, version: number): Promise<boolean> {
    return Promise.resolve(!this.locks.isShared(readersOf(projectionSchema(name, version))));
  }

  async remove(name: string, version: number): Promise<boolean> {
    if (!(await this.isForsaken(name, version))) return false;
    const schema = projectionSchema(name, version);
    if (this.schemas.delete(schema)) this.removed(schema);
    return true;
  }
}
