/** One entry under `langkah`: usually one step, many where it says `setiap`. */
import {
  ALL_COMMANDS,
  type CatalogueEntry,
  entityEntry,
  journeyEntry,
  registerEntry,
} from '../catalogue/index.ts';
import type { JsonObject, SourceDocument } from '../domain/decider.ts';
import { dateOf } from '../domain/time/local-date-time.ts';
import type { LocalDateTime, Zone } from '../domain/time/moment.ts';
import { type EntityName, entityFrom } from './entity-name.ts';
import { parseExpectation } from './parse-expectation.ts';
import { type Occurrence, occurrencesFrom } from './recurrence.ts';
import type { CommandStep, GivenActor, GivenPerson, Step } from './scenario.ts';
import { breakWithin, clockRangeFrom, dateFrom, dateTimeFrom, spanOn } from './time-words.ts';
import { usualRuling } from './usual-ruling.ts';
import { ROLE_WORDS } from './words.ts';
import type { Field, Fields } from './yaml-fields.ts';

export interface StepDefaults {
  readonly zone: Zone;
  readonly office: string;
  readonly probationOffice: string;
  readonly people: { readonly [alias: string]: GivenPerson };
  readonly startsAt: LocalDateTime;
}

/** Five equal clicks are the example (S56); more would only be slow. */
const MOST_TIMES = 50;

export function parseStep(field: Field, defaults: StepDefaults): Step[] {
  const fields = field.fields();
  const wait = fields.optional('tunggu sampai');
  const outage = fields.optional('gangguan sampai');
  const check = fields.optional('periksa');
  const step =
    wait !== null
      ? [{ ...base(fields, defaults, 'waktu berjalan'), kind: 'wait' as const, until: dateTimeFrom(wait) }]
      : outage !== null
        ? [{ ...base(fields, defaults, 'gangguan'), kind: 'outage' as const, until: dateTimeFrom(outage) }]
        : check !== null
          ? [{ ...base(fields, defaults, 'periksa keadaan'), kind: 'check' as const, ...checkFrom(check) }]
          : actionsFrom(fields, defaults);
  fields.refuseOthers();
  return step;
}

function base(fields: Fields, defaults: StepDefaults, otherwise: string) {
  const at = fields.optional('pada');
  const entity = entityFrom(fields);
  return {
    ...(entity === null ? {} : { entity }),
    line: fields.owner.line,
    about: fields.optional('ket')?.text() ?? otherwise,
    name: fields.optional('nama')?.text() ?? null,
    at: at === null ? null : dateTimeFrom(at),
    person: personFrom(fields, defaults, entity),
    caseAlias: fields.optional('perkara')?.text() ?? null,
    expect: parseExpectation(fields),
  };
}

/** With one person in the file nobody needs to be named. */
function personFrom(fields: Fields, defaults: StepDefaults, entity: EntityName | null): string | null {
  const named = fields.optional('orang');
  const aliases = Object.keys(defaults.people);
  if (named === null) return aliases.length === 1 && entity === null ? aliases[0]! : null;
  if (!Object.hasOwn(defaults.people, named.text())) {
    throw named.problem(`"${named.text()}" tidak ada di bagian orang`, `Yang ada: ${aliases.join(', ')}.`);
  }
  return named.text();
}

function checkFrom(field: Field): { asOf: string | null; knownAt: LocalDateTime | null } {
  const fields = field.fields();
  const asOf = fields.optional('per');
  const knownAt = fields.optional('diketahui');
  fields.refuseOthers();
  return {
    asOf: asOf === null ? null : dateFrom(asOf),
    knownAt: knownAt === null ? null : dateTimeFrom(knownAt),
  };
}

function actionsFrom(fields: Fields, defaults: StepDefaults): Step[] {
  const register = fields.optional('daftar')?.text() ?? null;
  const about = entityFrom(fields);
  const { command, title } = commandFrom(fields.required('lakukan', 'record-session'), register, about);
  const common = base(fields, defaults, title);
  const site = fields.optional('lokasi')?.text() ?? null;
  const actor = actorFrom(fields.required('oleh', 'jaksa'), defaults, site, common.person);
  const document = documentFrom(fields.optional('dokumen'));
  const data = fields.optional('data')?.jsonObject() ?? {};
  const times = fields.optional('ulangi')?.wholeNumber() ?? 1;
  if (times < 1 || times > MOST_TIMES) {
    throw fields.owner.problem(`ulangi ${times} di luar batas`, `Tulis 1 sampai ${MOST_TIMES}.`);
  }
  if (register !== null) {
    return [{ ...common, kind: 'register', actor, register, command, data, document }];
  }
  if (command === 'register-person') return [{ ...common, kind: 'register-person', actor, times }];
  if (about !== null) {
    const when = fields.optional('terjadi');
    const occurredAt = when === null ? null : dateTimeFrom(when);
    return [{ ...common, kind: 'entity', entity: about, actor, command, data, document, occurredAt, times }];
  }
  if (common.person === null) {
    throw fields.owner.problem('tidak jelas untuk siapa', 'Tambahkan "orang: <nama pendek>".');
  }
  const occurredAt = fields.optional('terjadi');
  const step: CommandStep = {
    ...common,
    kind: 'command',
    actor,
    command,
    document,
    times,
    data:
      command === 'register-ruling' ? completedRuling(data, common.at, defaults, fields.owner.line) : data,
    occurredAt: occurredAt === null ? null : dateTimeFrom(occurredAt),
    sessionAlias: fields.optional('sesi')?.text() ?? null,
    evidence: (fields.optional('bukti')?.oneOrMore() ?? []).map((item) => item.text()),
  };
  return written(step, fields, site, defaults);
}

/** The command's name, and its title for steps that say nothing of their own. */
function commandFrom(
  field: Field,
  register: string | null,
  entity: EntityName | null,
): { command: string; title: string } {
  const command = field.text();
  const kind = register?.split('/')[0] ?? '';
  const target = register !== null ? 'register' : (entity?.kind ?? 'journey');
  const find = (): CatalogueEntry | undefined => {
    if (register !== null) return registerEntry(kind, command);
    return entity === null ? journeyEntry(command) : entityEntry(entity.kind, command);
  };
  const entry = find();
  if (entry !== undefined && entry.door !== 'internal') return { command, title: entry.title.id };
  const names = ALL_COMMANDS.filter((known) => known.door !== 'internal' && known.target === target).map(
    ({ name }) => name,
  );
  throw field.problem(`perintah "${command}" tidak dikenal`, `Yang dikenal: ${names.sort().join(', ')}.`);
}

/** Roles that stand at a prosecution office where a file does not say more. */
const AT_THE_FILES_OFFICE: ReadonlySet<string> = new Set([
  'PIDUM_STAFF',
  'EXECUTING_PROSECUTOR',
  'AUDITOR',
  'REGISTRAR',
]);
const ACTOR = /^([^(@]+?)\s*(?:\(([a-z0-9][a-z0-9._-]*)\))?\s*(?:@\s*(\S+))?$/;

/**
 * `jaksa`, `jaksa @ kejari-karo`, or `asesor (akun-2) @ lsp-las` where one office has two accounts. A person
 * who acts is the person of the step.
 */
export function actorFrom(
  field: Field,
  defaults: StepDefaults,
  site: string | null,
  person: string | null = null,
): GivenActor {
  const [, word = '', account, office] = ACTOR.exec(field.text()) ?? [];
  const role = ROLE_WORDS[word.toLowerCase()];
  if (role === undefined) {
    throw field.problem(
      `peran "${field.text()}" tidak dikenal`,
      `Pilih salah satu: ${Object.keys(ROLE_WORDS).join(', ')}.`,
    );
  }
  const known = account === undefined ? { role } : { role, account };
  if (office !== undefined) return { ...known, office };
  if (role === 'PROBATION_COUNSELLOR') return { ...known, office: defaults.probationOffice };
  if (AT_THE_FILES_OFFICE.has(role)) return { ...known, office: defaults.office };
  const own = role === 'PERSON' ? person : site;
  if (own === null) throw field.problem('kantor pelaku tidak jelas', `Tulis "${word} @ <kode kantor>".`);
  return { ...known, office: own };
}

const DOCUMENT_LINE = /^(.+?) nomor (.+?) tanggal (\d{4}-\d{2}-\d{2})$/;

/** `P-48 nomor PRINT-123/L.2.10/Eku.3/03/2026 tanggal 2026-03-23`, or the three as keys. */
function documentFrom(field: Field | null): SourceDocument | null {
  if (field === null) return null;
  if (!field.isMapping) {
    const found = DOCUMENT_LINE.exec(field.text());
    if (found !== null) return { kind: found[1]!, number: found[2]!, date: found[3]! };
    throw field.problem('dokumen tidak terbaca', 'Tulis "<jenis> nomor <nomor> tanggal <tahun-bulan-hari>".');
  }
  const fields = field.fields();
  const document = {
    kind: fields.required('jenis', 'P-48').text(),
    number: fields.required('nomor', 'PRINT-123/L.2.10/Eku.3/03/2026').text(),
    date: dateFrom(fields.required('tanggal', '2026-03-23')),
  };
  fields.refuseOthers();
  return document;
}

function completedRuling(
  data: JsonObject,
  at: string | null,
  defaults: StepDefaults,
  line: number,
): JsonObject {
  // The line keeps case numbers of one file apart, and the same in every run.
  return { ...usualRuling(line, dateOf(at ?? defaults.startsAt), defaults.probationOffice), ...data };
}

/** The short forms `lokasi`, `jam`, `istirahat`, `tanggal` and `setiap` written out as data. */
function written(step: CommandStep, fields: Fields, site: string | null, defaults: StepDefaults): Step[] {
  const withSite = site === null ? step : { ...step, data: { siteId: site, ...step.data } };
  const hours = fields.optional('jam');
  const range = hours === null ? null : clockRangeFrom(hours);
  const pause = fields.optional('istirahat');
  const pauses = (pause?.oneOrMore() ?? []).map(clockRangeFrom);
  const occurrences = occurrencesFrom(fields, range);
  const confirmed = fields.optional('dikonfirmasi')?.yesOrNo() ?? false;
  const date = fields.optional('tanggal');
  if (occurrences === null) {
    const onDate = date === null ? dateOf(step.at ?? defaults.startsAt) : dateFrom(date);
    const timed =
      range === null && date === null ? withSite : onOccurrence(withSite, { date: onDate, range }, pauses);
    return confirmed ? [timed, confirmation(timed, site, fields)] : [timed];
  }
  return occurrences.flatMap((occurrence, index) => {
    const timed: CommandStep = {
      ...onOccurrence(withSite, occurrence, pauses),
      about: `${step.about} (${occurrence.date})`,
      at: occurrence.at,
      sessionAlias: `${step.sessionAlias ?? `baris ${step.line}`} ${index + 1}`,
    };
    return confirmed ? [timed, confirmation(timed, site, fields)] : [timed];
  });
}

function onOccurrence(
  step: CommandStep,
  { date, range }: Pick<Occurrence, 'date' | 'range'>,
  pauses: readonly { from: string; to: string }[],
): CommandStep {
  if (range === null) return { ...step, data: { date, ...step.data } };
  const breaks = pauses.map((pause) => breakWithin(date, range, pause));
  return { ...step, data: { ...spanOn(date, range), breaks, ...step.data } };
}

/** The site confirms at once, so that no chase disturbs what the example is about. */
function confirmation(step: CommandStep, site: string | null, fields: Fields): CommandStep {
  if (site === null || step.sessionAlias === null) {
    throw fields.owner.problem(
      '"dikonfirmasi" perlu lokasi dan sesi',
      'Tambahkan "lokasi: ..." dan "sesi: ...".',
    );
  }
  return {
    ...step,
    about: `${step.about}: dikonfirmasi lokasi`,
    name: null,
    actor: { role: 'SITE_SUPERVISOR', office: site },
    command: 'confirm-session',
    data: {},
    document: null,
    evidence: [],
    times: 1,
    expect: { ...step.expect, events: null, includes: [], warnings: null, refusal: null },
  };
}
