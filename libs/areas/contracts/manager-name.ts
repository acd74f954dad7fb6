import * as field from '#domain/kernel/fields.js';

/** How people name a contract manager; the record holds an opaque id in its place. */
export const managerName = field.name(200).describe('The contract manager: an email address or a reference.');
