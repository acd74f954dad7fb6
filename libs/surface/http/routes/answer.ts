/** An answer with a status of its own, where a route has several: `answer(202, {…})`. */
export class StatusAnswer<Status extends number = number, Body = unknown> {
  constructor(
    readonly status: Status,
    readonly body: Body,
  ) {}
}

/** An answer that is a file, where a route has one. */
export class FileAnswer {
  constructor(
    /** What the file is called where it is kept. */
    readonly fileName: string,
    readonly mediaType: string,
    readonly bytes: Uint8Array,
  ) {}
}

export function answer<Status extends number, Body>(status: Status, body: Body): StatusAnswer<Status, Body> {
  return new StatusAnswer(status, body);
}
