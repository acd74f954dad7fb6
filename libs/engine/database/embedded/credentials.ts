import { randomBytes, randomUUID } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { StartFailure } from '../start-failure.js';

/** The passwords of an embedded server; they never leave the machine. */
export interface Credentials {
  /** Of the superuser `postgres`, who owns the schemas. */
  readonly owner: string;
  /** Of `svl_app`, as whom the application works. */
  readonly app: string;
}

export const OWNER_ROLE = 'postgres';
export const APP_ROLE = 'svl_app';
export const DATABASE = 'social_value_ledger';

const fileIn = (dataDir: string): string => join(dataDir, 'postgres-passwords.json');

/** The passwords kept in a data folder, made on the first start; only the folder's owner can read them. */
export async function credentialsIn(dataDir: string): Promise<Credentials> {
  const path = fileIn(dataDir);
  const kept = await readFile(path, 'utf8').catch(() => undefined);
  if (kept !== undefined) return JSON.parse(kept) as Credentials;
  const made: Credentials = { owner: password(), app: password() };
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, `${JSON.stringify(made)}\n`, { mode: 0o600, flush: true });
  await rename(draft, path);
  return made;
}

/** @throws {StartFailure} this user may not read them */
export async function existingCredentials(dataDir: string): Promise<Credentials> {
  try {
    return JSON.parse(await readFile(fileIn(dataDir), 'utf8')) as Credentials;
  } catch {
    throw new StartFailure(`${fileIn(dataDir)} cannot be read. Run this as the user who runs the server.`);
  }
}

/** The address of a database on the loopback, as one role. */
export function address(role: string, secret: string, port: number, database: string): string {
  return `postgres://${role}:${secret}@127.0.0.1:${port}/${database}`;
}

const password = (): string => randomBytes(24).toString('base64url');
