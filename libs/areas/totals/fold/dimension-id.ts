/**
 * The number of a row of dimensions: 63 bits made from what identifies it, so that journal and cells name it in eight
 * bytes, and no fold needs to remember any. Of a million rows two have one number with a chance of one in 18 million;
 * the database's unique index then refuses the second.
 */
export function dimensionId(commitment: string, provider: string, termsVersion: number, providerVersion: number): bigint {
  let one = Math.imul(termsVersion + 1, 0x85ebca6b);
  let other = Math.imul(providerVersion + 1, 0xc2b2ae35);
  for (let at = 0; at < commitment.length; at++) {
    const code = commitment.charCodeAt(at);
    one = Math.imul(one ^ code, 2_654_435_761);
    other = Math.imul(turned(other) + code, 1_597_334_677);
  }
  // no text holds it, so that no two pairs of texts run together into one
  one = Math.imul(one ^ 0x10000, 2_654_435_761);
  other = Math.imul(turned(other) + 0x10000, 1_597_334_677);
  for (let at = 0; at < provider.length; at++) {
    const code = provider.charCodeAt(at);
    one = Math.imul(one ^ code, 2_654_435_761);
    other = Math.imul(turned(other) + code, 1_597_334_677);
  }
  one = Math.imul(one ^ (one >>> 16), 2_246_822_507) ^ Math.imul(other ^ (other >>> 13), 3_266_489_909);
  other = Math.imul(other ^ (other >>> 16), 2_246_822_507) ^ Math.imul(one ^ (one >>> 13), 3_266_489_909);
  return (BigInt(other >>> 1) << 32n) | BigInt(one >>> 0);
}

/** Its bits moved round, so that high ones come to bear on low ones. */
function turned(bits: number): number {
  return (bits << 13) | (bits >>> 19);
}
