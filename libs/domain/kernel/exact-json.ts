/** JSON text that keeps whole numbers of any size (bigint): `{"#":"123"}` stands for 123n. */
export function toExactJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'bigint' ? { '#': inner.toString() } : inner));
}

/** Reads what `toExactJson` wrote. */
export function fromExactJson(text: string): unknown {
  return JSON.parse(text, (_key, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || !('#' in inner)) return inner;
    const digits = (inner as { '#': unknown })['#'];
    return typeof digits === 'string' ? BigInt(digits) : inner;
  });
}
