/** Opaque ids that begin with the command that makes the thing: a retry makes no second one. */
import { createHash } from 'node:crypto';
import type { DerivedField } from './entry.ts';

const PREFIXES: { readonly [Field in DerivedField]: string } = {
  enrolmentId: 'e',
  assessmentId: 'a',
  certificateId: 't',
  proposalId: 'w',
  candidateId: 'k',
};

/** 112 bits: no two commands share one, and none can be guessed from outside. */
const LENGTH = 28;

/** @returns for example `e3f0…`: a letter that tells the kind, then hex. */
export const derivedId = (field: DerivedField, commandId: string): string =>
  PREFIXES[field] +
  createHash('sha256').update(`titian:${field}:v1:${commandId}`, 'utf8').digest('hex').slice(0, LENGTH);

/** What the server adds to a command's data. */
export const derivedFields = (
  fields: readonly DerivedField[],
  commandId: string,
): { readonly [Field in DerivedField]?: string } =>
  Object.fromEntries(fields.map((field) => [field, derivedId(field, commandId)]));
