/** What a request was answered. */
export interface ApiReply {
  readonly status: number;
  readonly contentType: string | null;
  readonly etag: string | null;
  readonly retryAfter: string | null;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
}

/** The API of a running server, as one who knows only its address speaks to it. */
export interface Api {
  get(path: string, query?: Readonly<Record<string, string>>): Promise<ApiReply>;
  /** Sends a command under a key of its own; a header given as undefined is left out. */
  post(path: string, body: unknown, headers?: Readonly<Record<string, string | undefined>>): Promise<ApiReply>;
  /** Sends a workbook. */
  upload(path: string, parts: readonly { readonly fileName: string; readonly bytes: Uint8Array }[], fields?: Readonly<Record<string, string>>): Promise<ApiReply>;
}

let keys = 0;

/** Speaks to a server below an address: `/api/authorities/wexcombe/`. */
export function apiOf(server: { readonly url: string }, below = '/api/'): Api {
  const key = (): string => `key-${process.pid}-${keys++}`;
  const ask = async (path: string, init: RequestInit = {}): Promise<ApiReply> => {
    const response = await fetch(`${server.url}${below}${path}`, init);
    const text = await response.text();
    const contentType = response.headers.get('content-type');
    return {
      status: response.status,
      contentType,
      etag: response.headers.get('etag'),
      retryAfter: response.headers.get('retry-after'),
      body: /json/.test(contentType ?? '') ? (JSON.parse(text) as unknown) : text,
    };
  };
  return {
    get: (path, query = {}) => ask(`${path}?${new URLSearchParams(query).toString()}`),
    post: (path, body, headers = {}) => {
      const all = { 'Content-Type': 'application/json', 'Idempotency-Key': key(), ...headers };
      const given = Object.entries(all).filter((header): header is [string, string] => header[1] !== undefined);
      const text = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
      return ask(path, { method: 'POST', headers: given, body: text as string });
    },
    upload: (path, parts, fields = {}) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.append(name, value);
      for (const { fileName, bytes } of parts) form.append('file', new Blob([bytes as Uint8Array<ArrayBuffer>]), fileName);
      return ask(path, { method: 'POST', headers: { 'Idempotency-Key': key() }, body: form });
    },
  };
}
