import type { Sex } from '../domain/identity/nik.ts';
import type { LocalDate } from '../domain/time/moment.ts';

/** Who a person is. Only the name is sure: people without NIK exist (G-03). */
export interface IdentityDocument {
  readonly name: string;
  /** As on the paper: wrong ones are kept too, with a warning (G-02, I-11). */
  readonly nik?: string;
  readonly birthDate?: LocalDate;
  readonly sex?: Sex;
  readonly address?: string;
  readonly phone?: string;
}

/** Always the same order and no other field, so that equal documents have equal text. */
export function writeIdentity(document: IdentityDocument): string {
  const { name, nik, birthDate, sex, address, phone } = document;
  return JSON.stringify({ name, nik, birthDate, sex, address, phone });
}

export const readIdentityText = (text: string): IdentityDocument => JSON.parse(text) as IdentityDocument;
