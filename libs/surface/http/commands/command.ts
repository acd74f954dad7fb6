import { z } from 'zod';
import type { StatusAnswer } from '../routes/answer.js';
import { checked, type AnswerSpec, type ApiRoute, type FilesSpec, type RequestParts, type UploadedFile } from '../routes/route.js';
import { commandHeaders } from './command-headers.js';

/** What every command answers: what it made or changed, and where that stands in the ledger. */
export const commandAnswer = z
  .strictObject({
    id: z.string().describe('What the command made or changed: its reference in the authority.'),
    position: z.int().min(0).describe('The last position that the command wrote in the ledger of its authority. Ask queries for `atLeast` this position.'),
    version: z.int().min(0).describe('The version that the changed record has reached. Send it as If-Match with the next command.'),
  })
  .meta({ id: 'CommandAnswer', description: 'What the command made or changed, and where that stands in the ledger.' });

export type CommandAnswer = z.output<typeof commandAnswer>;

/** What accompanies every command. */
export interface Accompanying {
  /** Method and path of the route. With the parameters and the body it is what a request hash is made of. */
  readonly address: string;
  /** The `Idempotency-Key`: the same command sent again has the same. */
  readonly commandId: string;
  /** From `If-Match`: refuse the command if the record is no longer at this version, and never decide it again. */
  readonly ifMatch?: number;
  /** The name or id of the person who acts (`Acting-As`). */
  readonly actingAs: string;
}

export type CommandRequest<Params, Body> = Accompanying & { readonly params: Params; readonly body: Body };

interface CommandSpec<Params extends z.ZodObject, Body extends z.ZodObject> {
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly params: Params;
  readonly body: Body;
}

/** The route of a command: `POST`, answered with 201, `ETag` and `{id, position, version}`. */
export function command<Params extends z.ZodObject, Body extends z.ZodObject>(
  spec: CommandSpec<Params, Body>,
): ApiRoute<CommandRequest<z.output<Params>, z.output<Body>>, CommandAnswer> {
  return checked({
    ...ofCommands(spec),
    files: undefined,
    answers: { 201: { description: 'It is recorded.', schema: commandAnswer } },
    asked: (parts) => askedOf<Params, Body>(parts),
    version: { of: (answered: CommandAnswer) => answered.version },
  });
}

export type UploadRequest<Params, Fields> = CommandRequest<Params, Fields> & { readonly files: readonly UploadedFile[] };

type StatusAnswers<Answers extends Readonly<Record<number, AnswerSpec>>> = {
  [Status in keyof Answers & number]: StatusAnswer<Status, z.input<Answers[Status]['schema']>>;
}[keyof Answers & number];

interface UploadSpec<Params extends z.ZodObject, Fields extends z.ZodObject, Answers> extends CommandSpec<Params, Fields> {
  readonly files: FilesSpec;
  readonly answers: Answers;
}

/**
 * The route of a command that takes files, as `multipart/form-data`; `body` describes its fields. Its handler says
 * which of the answers it gives: `return answer(201, {…})`. The first is the usual one.
 */
export function upload<
  Params extends z.ZodObject,
  Fields extends z.ZodObject,
  const Answers extends Readonly<Record<number, AnswerSpec>>,
>(
  spec: UploadSpec<Params, Fields, Answers>,
): ApiRoute<UploadRequest<z.output<Params>, z.output<Fields>>, StatusAnswers<Answers>> {
  return checked({
    ...ofCommands(spec),
    files: spec.files,
    answers: spec.answers,
    asked: (parts) => ({ ...askedOf<Params, Fields>(parts), files: parts.files }),
    version: versionIn(Object.values(spec.answers)[0]?.schema),
  });
}

function ofCommands<Params extends z.ZodObject, Body extends z.ZodObject>(spec: CommandSpec<Params, Body>) {
  return {
    kind: 'command',
    method: 'POST',
    path: spec.path,
    tag: spec.tag,
    summary: spec.summary,
    description: spec.description ?? '',
    params: spec.params,
    query: z.strictObject({}),
    headers: commandHeaders,
    body: spec.body,
    problems: ['malformed', 'not-found', 'conflict', 'stale', 'too-large', 'media-type', 'invalid', 'key-required', 'failure', 'unavailable'],
    projection: undefined,
  } as const;
}

/** A usual answer that states a version states it as `ETag` too. */
function versionIn(schema: z.ZodType | undefined): { of(body: object): number } | undefined {
  if (!(schema instanceof z.ZodObject) || !('version' in schema.shape)) return undefined;
  return { of: (body) => (body as { readonly version: number }).version };
}

function askedOf<Params extends z.ZodObject, Body extends z.ZodObject>(
  parts: RequestParts,
): CommandRequest<z.output<Params>, z.output<Body>> {
  const headers = parts.headers as z.output<typeof commandHeaders>;
  const ifMatch = headers['If-Match'];
  return {
    address: parts.address,
    params: parts.params as z.output<Params>,
    body: parts.body as z.output<Body>,
    commandId: headers['Idempotency-Key'],
    ...(ifMatch === undefined ? {} : { ifMatch }),
    actingAs: headers['Acting-As'],
  };
}
