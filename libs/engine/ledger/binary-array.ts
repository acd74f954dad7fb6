/**
 * Arrays in PostgreSQL's binary format, which `pg` sends as it finds them. Written as text, a call's arrays would be
 * escaped here and unescaped there, element by element: that cost more than the append itself.
 */

const TEXT = 25;
const BYTEA = 17;
const INT4 = 23;
const HEADER = 20;

/** A one-dimensional text[]. */
export function textArray(values: readonly (string | null)[]): Buffer {
  let size = HEADER;
  for (const value of values) size += 4 + (value === null ? 0 : value.length * 3);
  const buffer = Buffer.allocUnsafe(size);
  let at = writeHeader(buffer, TEXT, values.length, true);
  for (const value of values) {
    const length = value === null ? -1 : buffer.write(value, at + 4, 'utf8');
    buffer.writeInt32BE(length, at);
    at += 4 + Math.max(length, 0);
  }
  return buffer.subarray(0, at);
}

/** A one-dimensional bytea[]. */
export function byteaArray(values: readonly Buffer[]): Buffer {
  let size = HEADER;
  for (const value of values) size += 4 + value.length;
  const buffer = Buffer.allocUnsafe(size);
  let at = writeHeader(buffer, BYTEA, values.length, false);
  for (const value of values) {
    at = buffer.writeInt32BE(value.length, at);
    at += value.copy(buffer, at);
  }
  return buffer.subarray(0, at);
}

/** A one-dimensional integer[]. */
export function integerArray(values: readonly number[]): Buffer {
  const buffer = Buffer.allocUnsafe(HEADER + 8 * values.length);
  let at = writeHeader(buffer, INT4, values.length, false);
  for (const value of values) {
    at = buffer.writeInt32BE(4, at);
    at = buffer.writeInt32BE(value, at);
  }
  return buffer.subarray(0, at);
}

/** Dimensions, whether there may be nulls, the type of the elements; then, unless empty, length and first place. */
function writeHeader(buffer: Buffer, type: number, length: number, nulls: boolean): number {
  buffer.writeInt32BE(length === 0 ? 0 : 1, 0);
  buffer.writeInt32BE(nulls ? 1 : 0, 4);
  buffer.writeInt32BE(type, 8);
  if (length === 0) return 12;
  buffer.writeInt32BE(length, 12);
  return buffer.writeInt32BE(1, 16);
}
