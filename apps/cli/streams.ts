/** Where the words of a command line go. */
export interface Streams {
  readonly out: NodeJS.WritableStream;
  readonly err: NodeJS.WritableStream;
}

/** Those of this process. */
export function standardStreams(): Streams {
  return { out: withoutReader(process.stdout), err: withoutReader(process.stderr) };
}

/**
 * Whoever reads may go away (`svl obligations | head -1`): what is said after that is lost, and nothing else. The work
 * goes on, because it may be writing to a ledger, and ends as it would have.
 */
function withoutReader(stream: NodeJS.WriteStream): NodeJS.WriteStream {
  return stream.on('error', (failure: NodeJS.ErrnoException) => {
    if (failure.code !== 'EPIPE') throw failure;
  });
}
