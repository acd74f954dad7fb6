import type { Database, Transaction } from '#engine/database/database.js';
import { builderOf, readersOf } from './locks.js';
import { projectionSchema, type AnyProjection } from './projection.js';
import { dropInTransaction } from './projection-tables.js';
import { statementsOn, takeLocksBriefly, versionsOf } from './statements.js';
import type { BuildProgress, ProjectionVersions } from './versions.js';

/** A schema of this name is under construction; it bears the version's own name once it can be read. */
export const shadowOf = (schema: string): string => `${schema}_shadow`;
/** A schema of this name was read until a rebuilt one took its place. */
export const retiredOf = (schema: string): string => `${schema}_retired`;

const LOCKED_OR_GONE = new Set(['55P03', '42P01', '3F000']);

/** The versions of projections as schemas of one database. */
export class PostgresVersions implements ProjectionVersions {
  constructor(private readonly database: Database) {}

  async readable(name: string): Promise<readonly number[]> {
    const found = await this.#found(name);
    return found.filter(({ suffix }) => suffix === '').map(({ version }) => version);
  }

  async olderThan({ name, version }: AnyProjection): Promise<readonly number[]> {
    const found = await this.#found(name);
    return [...new Set(found.map((one) => one.version))].filter((one) => one < version);
  }

  async tell(projection: AnyProjection, { done, total }: BuildProgress): Promise<void> {
    const { tellProgress } = statementsOn(shadowOf(schemaOf(projection)));
    await this.database.as('svl_projector', (tx) => tx.query(tellProgress, [done, total]));
  }

  async progress(projection: AnyProjection): Promise<BuildProgress | undefined> {
    const { progress } = statementsOn(shadowOf(schemaOf(projection)));
    const said = this.database.as('svl_projector', (tx) => tx.query<BuildProgress & object>(progress));
    // nobody builds it: there is no shadow, or there no longer is one
    const [row] = await said.catch(unless(LOCKED_OR_GONE));
    return row;
  }

  async isForsaken(name: string, version: number): Promise<boolean> {
    return this.database.as('svl_projector', (tx) => forsaken(tx, projectionSchema(name, version)));
  }

  async remove(name: string, version: number): Promise<boolean> {
    const schema = projectionSchema(name, version);
    const removed = this.database.as('svl_projector', async (tx) => {
      // whoever comes to read now waits for the end of this, and then finds that there is nothing
      if (!(await forsaken(tx, schema))) return [];
      for (const one of [schema, shadowOf(schema), retiredOf(schema)]) await dropInTransaction(tx, one);
      return [schema];
    });
    return (await removed.catch(unless(LOCKED_OR_GONE))).length > 0;
  }

  #found(name: string): Promise<{ version: number; suffix: string }[]> {
    return this.database.query(versionsOf, [name]);
  }
}

async function forsaken(tx: Transaction, schema: string): Promise<boolean> {
  const [row] = await tx.query<{ mine: boolean }>(takeLocksBriefly, [[readersOf(schema), builderOf(schema)]]);
  return row?.mine === true;
}

const schemaOf = ({ name, version }: AnyProjection): string => projectionSchema(name, version);

const unless =
  (codes: ReadonlySet<string>) =>
  (failure: unknown): never[] => {
    if (failure instanceof Error && 'code' in failure && codes.has(String(failure.code))) return [];
    throw failure;
  };
