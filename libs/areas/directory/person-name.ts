import { randomUUID } from 'node:crypto';
import { refuse } from '#domain/kernel/refusal.js';

/** A name as it is kept, and what it is compared by. */
export interface PersonName {
  readonly name: string;
  readonly knownAs: string;
}

const LONGEST = 200;

/**
 * Reads what was typed for a person.
 * @throws {Refusal} for a blank, for more than 200 characters, and for characters that no record can keep
 */
export function personName(typed: string): PersonName {
  const name = typed.normalize('NFC').trim().replace(/\s+/gu, ' ');
  if (name === '') refuse('person', typed, 'must not be blank', 'Give the person’s email address or reference.');
  if ([...name].length > LONGEST) refuse('person', typed, `must have at most ${LONGEST} characters`, 'Give an email address or a reference.');
   
  if (/[\u0000-\u001f\u007f\p{Surrogate}]/u.test(name)) {
    refuse('person', name.replace(/[\p{Cc}\p{Surrogate}]/gu, '\ufffd'), 'must not hold control characters or halves of characters', 'Type the name again.');
  }
  return { name, knownAs: name.toLowerCase() };
}

/** An id that says nothing of the person. */
export function newPersonId(): string {
  return randomUUID();
}
