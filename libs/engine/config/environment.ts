import { isAbsolute, resolve } from 'node:path';

import { z } from 'zod';

import { shown, type Fault } from '#domain/kernel/refusal.js';

/** What each variable must be; the rule and its mending are for the person who set it. */
const rules = {
  PORT: {
    schema: z.string().regex(/^\d{1,5}$/).default('3000').transform(Number).pipe(z.number().max(65_535)),
    rule: 'must be a whole number from 0 to 65535',
    fix: 'Give the port to listen on, or 0 to have a free one picked.',
  },
  HOST: {
    schema: z.enum(['127.0.0.1', '::1', 'localhost']).default('127.0.0.1'),
    rule: 'must be a loopback address: without sign-in, whoever reaches the server acts on the record',
    fix: 'Leave it out, or set 127.0.0.1, ::1 or localhost.',
  },
  DATA_DIR: {
    schema: z.string().default('./data'),
    rule: 'must be a folder',
    fix: 'Give the path of a folder that this user may write.',
  },
  DATABASE_URL: {
    schema: z.string().refine(isPostgresAddress).optional(),
    rule: 'must be an address of PostgreSQL with a user and a database',
    fix: 'Write postgres://USER:PASSWORD@HOST:PORT/DATABASE, or leave it out for the embedded PostgreSQL.',
  },
  MIGRATION_DATABASE_URL: {
    schema: z.string().refine(isPostgresAddress).optional(),
    rule: 'must be an address of PostgreSQL with a user and a database',
    fix: 'Write postgres://OWNER:PASSWORD@HOST:PORT/DATABASE.',
  },
  SAMPLE: {
    schema: z.enum(['county', 'none']).default('county'),
    rule: 'must be county or none',
    fix: 'Set county for a small fictional county in an empty data folder, or none.',
  },
  CLOCK: {
    schema: z.iso.datetime({ offset: true }).optional(),
    rule: 'must be an instant in ISO 8601',
    fix: 'Write it like 2026-03-31T09:00:00Z.',
  },
  LOG_LEVEL: {
    schema: z.enum(['error', 'warn', 'info', 'debug']).default('warn'),
    rule: 'must be error, warn, info or debug',
    fix: 'Set info for a line for each request, or leave it out.',
  },
  NODE_ENV: {
    schema: z.string().optional(),
    rule: 'must be a word',
    fix: 'Set production, or leave it out.',
  },
} as const;

type Name = keyof typeof rules;
export type Environment = { readonly [Key in Name]: z.output<(typeof rules)[Key]['schema']> };

/** Variables whose value may hold a password: it is not repeated. */
const secret: readonly Name[] = ['DATABASE_URL', 'MIGRATION_DATABASE_URL'];

/** Reads the variables and gathers everything that is wrong with them. A variable set to nothing counts as not set. */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>>): {
  readonly environment: Environment;
  readonly faults: readonly Fault[];
} {
  const faults: Fault[] = [];
  const read = Object.entries(rules).map(([name, { schema, rule, fix }]) => {
    const given = variables[name]?.trim();
    const parsed = schema.safeParse(given === '' ? undefined : given);
    if (parsed.success) return [name, parsed.data];
    faults.push({ field: name, value: secret.includes(name as Name) ? '(not shown)' : shown(given), rule, fix });
    return [name, undefined];
  });
  const environment = Object.fromEntries(read) as Environment;
  return { environment, faults: [...faults, ...faultsTogether(environment)] };
}

/** What is wrong with variables that are right each for itself. */
function faultsTogether({ CLOCK, NODE_ENV, DATABASE_URL, MIGRATION_DATABASE_URL }: Environment): Fault[] {
  const faults: Fault[] = [];
  if (CLOCK !== undefined && NODE_ENV === 'production') {
    faults.push({
      field: 'CLOCK',
      value: CLOCK,
      rule: 'must not be set in production: what was known when is part of the record',
      fix: 'Leave CLOCK out, or NODE_ENV if this is no production.',
    });
  }
  if (MIGRATION_DATABASE_URL !== undefined && DATABASE_URL === undefined) {
    faults.push({
      field: 'MIGRATION_DATABASE_URL',
      value: '(not shown)',
      rule: 'is of use only beside DATABASE_URL',
      fix: 'Set DATABASE_URL too, or leave both out for the embedded PostgreSQL.',
    });
  }
  return faults;
}

function isPostgresAddress(text: string): boolean {
  try {
    const { protocol, username, pathname } = new URL(text);
    return /^postgres(ql)?:$/.test(protocol) && username !== '' && pathname.length > 1;
  } catch {
    return false;
  }
}

export const absolute = (path: string): string => (isAbsolute(path) ? path : resolve(path));
