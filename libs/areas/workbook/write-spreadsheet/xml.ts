export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Text between tags or in an attribute, all of whose characters XML can hold. */
export function escaped(text: string): string {
  return /[&<>"]/.test(text) ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;') : text;
}

/** Halves of surrogate pairs have no UTF-8, and two characters no XML: they stand as the sign for what cannot be shown. */
export function storable(text: string): string {
  return text.replace(/\p{Surrogate}|[\ufffe\uffff]/gu, '\ufffd');
}

/** Characters that XML 1.0 cannot hold. */
export const UNFIT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g;
