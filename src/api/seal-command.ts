/**
 * Takes out of a command what may not stand in an event: free text is sealed, the case number gets a
 * blind index beside its sealed text, an identity leaves only what can be attested of it (design 7).
 */
import { derivedFields } from '../catalogue/derived-ids.ts';
import type { CatalogueEntry, SealPurpose } from '../catalogue/index.ts';
import type { JsonObject, JsonValue, SourceDocument } from '../domain/decider.ts';
import { normaliseCaseNumber } from '../domain/identity/case-number.ts';
import { checkNik, normaliseNik } from '../domain/identity/nik.ts';
import { attestationDay } from '../domain/time/age.ts';
import type { Instant } from '../domain/time/moment.ts';
import type { IdentityDocument } from '../vault/identity-document.ts';
import type { Vault } from '../vault/vault.ts';
import { requestRefused } from './problem.ts';

export interface SealedCommand {
  readonly data: JsonObject;
  readonly document?: SourceDocument;
}

export interface SealingInput {
  readonly entry: CatalogueEntry;
  /** Whose keys seal: a person, or the stream of an entity that has none. */
  readonly subject: string;
  readonly commandId: string;
  /** By the clock of the command's world. */
  readonly now: Instant;
  /** As the catalogue's schema let it pass, sensitive text in clear. */
  readonly data: JsonObject;
  readonly document?: SourceDocument;
}

export async function sealCommand(vault: Vault, input: SealingInput): Promise<SealedCommand> {
  const { entry, subject, data } = input;
  const { identity, ...open } = data;
  const sealed: JsonObject = { ...open, ...derivedFields(entry.derives, input.commandId) };
  for (const [field, purpose] of Object.entries(entry.sealed)) {
    const text = open[field];
    if (typeof text === 'string') sealed[field] = await sealText(vault, input, purpose, field, text);
  }
  if (entry.indexesCaseNumber) sealed.caseNumberIndex = caseNumberIndex(vault, String(open.caseNumber));
  if (entry.attestsAge && typeof open.actDate === 'string')
    sealed.ageAtAct = await attestAge(vault, subject, open.actDate);
  if (entry.attestsAgeNow) sealed.ageNow = await attestAgeNow(vault, subject, input.now);
  if (entry.storesIdentity)
    Object.assign(sealed, attestIdentity(vault, identity as unknown as IdentityDocument));
  // A paper attached as such may be the ruling itself, whose number is the case number.
  if (typeof open.number === 'string') sealed.number = await sealNumber(vault, input, 'number', open.number);
  const { document } = input;
  if (document === undefined) return { data: sealed };
  const number = await sealNumber(vault, input, 'document.number', document.number);
  return { data: sealed, document: { ...document, number } };
}

/** How a case number is found again and kept unique, however it was written (G-04). */
export function caseNumberIndex(vault: Vault, text: string): string {
  const key =
    normaliseCaseNumber(text)?.key ?? text.normalize('NFKC').toUpperCase().replaceAll(/\s+/g, ' ').trim();
  return vault.blindIndex('case-number', key);
}

function attestIdentity(vault: Vault, { nik, birthDate, sex }: IdentityDocument): JsonObject {
  if (nik === undefined) return { identityWarnings: [] };
  const known = { ...(birthDate === undefined ? {} : { birthDate }), ...(sex === undefined ? {} : { sex }) };
  const { warnings } = checkNik(normaliseNik(nik), known);
  const nikIndex = vault.nikIndex(nik);
  return {
    ...(nikIndex === undefined ? {} : { nikIndex }),
    identityWarnings: warnings as unknown as JsonValue[],
  };
}

async function attestAge(vault: Vault, personId: string, date: string): Promise<JsonObject | null> {
  const attested = await vault.attest({ personId, actDate: date });
  const age = attested.kind === 'attested' ? attested.attestation.ageAtAct : null;
  return age === null ? null : { ...age };
}

async function attestAgeNow(vault: Vault, personId: string, now: Instant): Promise<JsonValue> {
  const on = attestationDay(now);
  const age = await attestAge(vault, personId, on);
  return age === null ? null : { ...age, on };
}

/** Document numbers stand in clear, but a court's case number leads to the name on public court sites. */
async function sealNumber(vault: Vault, input: SealingInput, field: string, number: string): Promise<string> {
  return /\bpid\b/i.test(number) ? sealText(vault, input, 'case', field, number) : number;
}

async function sealText(
  vault: Vault,
  { subject, commandId }: SealingInput,
  purpose: SealPurpose,
  field: string,
  text: string,
): Promise<string> {
  const sealed = await vault.seal(purpose, { subject, commandId, field }, text);
  if (sealed.kind === 'destroyed')
    throw requestRefused('NOT_PERMITTED', { reason: 'KEY_DESTROYED', purpose });
  return sealed.text;
}
