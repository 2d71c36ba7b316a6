/**
 * Stands in for the vault where nothing may be stored: seals so that no clear text is left in an event,
 * indexes so that the same text finds the same claim, and attests what the vault would attest.
 */
import { derivedFields } from '../../catalogue/derived-ids.ts';
import type { CatalogueEntry } from '../../catalogue/index.ts';
import type { Command, JsonObject, JsonValue } from '../../domain/decider.ts';
import { normaliseCaseNumber } from '../../domain/identity/case-number.ts';
import { checkNik } from '../../domain/identity/nik.ts';
import { ageOn, attestationDay } from '../../domain/time/age.ts';
import type { Instant } from '../../domain/time/moment.ts';
import type { GivenPerson } from '../scenario.ts';

export const fakeSeal = (text: string): string =>
  `sealed:v1:${Buffer.from(text, 'utf8').toString('base64url')}`;

/** FNV-1a, 64 bits: not secret, only short and the same for the same text. */
export function fakeIndex(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of Buffer.from(text, 'utf8')) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, '0');
}

/** What `register-person` carries once the identity itself has gone to the vault. */
export function attestPerson(person: GivenPerson): JsonObject {
  const base = { provisional: person.provisional, identityWarnings: [] as JsonValue[] };
  return person.provisional ? base : { ...base, ...attestNik(person) };
}

export function attestNik(person: GivenPerson): JsonObject {
  const nik = person.nik ?? '';
  const { warnings } = checkNik(nik, person);
  return { nikIndex: fakeIndex(`nik ${nik}`), identityWarnings: warnings as unknown as JsonValue[] };
}

/** Seals what the catalogue calls sensitive, and adds what only the server may fill in. */
export function sealedData(
  entry: CatalogueEntry,
  data: JsonObject,
  commandId: string,
  now: Instant,
  person?: GivenPerson,
): JsonObject {
  const sealed: JsonObject = { ...data, ...derivedFields(entry.derives, commandId) };
  for (const field of Object.keys(entry.sealed)) {
    const value = sealed[field];
    if (typeof value === 'string') sealed[field] = fakeSeal(value);
  }
  if (typeof data.number === 'string') sealed.number = sealedNumber(data.number);
  if (entry.indexesCaseNumber && typeof data.caseNumber === 'string') {
    const key = normaliseCaseNumber(data.caseNumber)?.key ?? data.caseNumber.trim().toUpperCase();
    sealed.caseNumberIndex = fakeIndex(`case ${key}`);
  }
  if (person !== undefined && entry.attestsAge && typeof data.actDate === 'string') {
    sealed.ageAtAct = { ...ageOn(person.birthDate, data.actDate) };
  }
  if (person !== undefined && entry.attestsAgeNow) {
    const on = attestationDay(now);
    sealed.ageNow = { ...ageOn(person.birthDate, on), on };
  }
  if (person !== undefined && entry.storesIdentity) {
    delete sealed.identity;
    Object.assign(sealed, attestNik(person));
  }
  return sealed;
}

/** A court's case number leads to the name on public court sites, also as the number of a paper. */
const sealedNumber = (number: string): string => (/\bpid\b/i.test(number) ? fakeSeal(number) : number);

export function sealedDocument(command: Command): Command {
  const { document } = command;
  if (document === undefined) return command;
  return { ...command, document: { ...document, number: sealedNumber(document.number) } };
}
