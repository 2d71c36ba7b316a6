/** What a step is expected to bring: the keys that may stand in every step. */
import type { JsonObject } from '../domain/decider.ts';
import { entityFrom } from './entity-name.ts';
import type { EventPattern, Expectation, LaterExpectation } from './scenario.ts';
import { NOTHING } from './words.ts';
import type { Field, Fields } from './yaml-fields.ts';

const CODE = /^[A-Z][A-Z0-9_]+$/;
const EVENT_TYPE = /^[A-Z][A-Za-z]+$/;

export function parseExpectation(fields: Fields): Expectation {
  return {
    refusal: refusalFrom(fields.optional('tolak')),
    warnings: fields.optional('peringatan')?.oneOrMore().flatMap(warningFrom) ?? null,
    events: eventsFrom(fields.optional('peristiwa')),
    includes: eventsFrom(fields.optional('memuat')) ?? [],
    without: typesFrom(fields.optional('tanpa peristiwa')),
    stage: fields.optional('tahap')?.textMatching(/^[A-Z_]+$/, 'nama tahap', 'RUNNING') ?? null,
    creditedMinutes: fields.optional('kredit menit')?.wholeNumber() ?? null,
    minutesLeft: fields.optional('sisa menit')?.wholeNumber() ?? null,
    deadlines: deadlinesFrom(fields.optional('tenggat')),
    state: fields.optional('keadaan')?.jsonObject() ?? {},
    part: fields.optional('bagian')?.jsonObject() ?? {},
    later: (fields.optional('kemudian')?.oneOrMore() ?? []).map(laterFrom),
  };
}

function laterFrom(field: Field): LaterExpectation {
  const fields = field.fields();
  const later = {
    line: field.line,
    person: fields.optional('orang')?.text() ?? null,
    entity: entityFrom(fields),
    events: eventsFrom(fields.optional('peristiwa')),
    includes: eventsFrom(fields.optional('memuat')) ?? [],
    without: typesFrom(fields.optional('tanpa peristiwa')),
  };
  fields.refuseOthers();
  if ((later.person === null) === (later.entity === null)) {
    throw field.problem('tidak jelas pada siapa', 'Sebut satu: "orang", "kelas", "sertifikat" atau "izin".');
  }
  return later;
}

const typesFrom = (field: Field | null): string[] =>
  (field?.oneOrMore() ?? []).map((item) => item.textMatching(EVENT_TYPE, 'nama peristiwa', 'CaseClosed'));

function refusalFrom(field: Field | null): Expectation['refusal'] {
  if (field === null) return null;
  if (!field.isMapping) {
    return { code: field.textMatching(CODE, 'kode penolakan', 'DAILY_LIMIT'), article: null, parameters: {} };
  }
  const fields = field.fields();
  const refusal = {
    code: fields.required('kode', 'DAILY_LIMIT').textMatching(CODE, 'kode penolakan', 'DAILY_LIMIT'),
    article: fields.optional('pasal')?.text() ?? null,
    parameters: fields.optional('rincian')?.jsonObject() ?? {},
  };
  fields.refuseOthers();
  return refusal;
}

function warningFrom(field: Field): { code: string; parameters: JsonObject }[] {
  if (!field.isMapping) {
    const text = field.text();
    if (text.toLowerCase() === NOTHING) return [];
    return [{ code: field.textMatching(CODE, 'kode peringatan', 'NIK_MISMATCH'), parameters: {} }];
  }
  return [...field.fields().all()].map(([code, parameters]) => ({
    code,
    parameters: parameters.jsonObject(),
  }));
}

function eventsFrom(field: Field | null): EventPattern[] | null {
  if (field === null) return null;
  if (!field.isList && !field.isMapping && field.text().toLowerCase() === NOTHING) return [];
  return field.oneOrMore().map(eventFrom);
}

function eventFrom(field: Field): EventPattern {
  if (!field.isMapping) {
    return { type: field.textMatching(EVENT_TYPE, 'nama peristiwa', 'MinutesCredited'), fields: {} };
  }
  const [first, ...more] = [...field.fields().all()];
  if (first === undefined || more.length > 0) {
    throw field.problem('satu butir hanya memuat satu peristiwa', 'Tulis "- NamaPeristiwa: {isian: nilai}".');
  }
  const [type, values] = first;
  if (!EVENT_TYPE.test(type)) throw values.problem('bukan nama peristiwa', 'Contoh: MinutesCredited.');
  return { type, fields: values.jsonObject() };
}

function deadlinesFrom(field: Field | null): Expectation['deadlines'] {
  if (field === null) return {};
  const deadlines: { [kind: string]: string | null } = {};
  for (const [kind, due] of field.fields().all()) {
    const text = due.text();
    deadlines[kind] = text.toLowerCase() === NOTHING ? null : text;
  }
  return deadlines;
}
