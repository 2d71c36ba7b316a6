/**
 * Section `fakta`: sites, calendars and policies that this file needs beside the starting registers.
 * What is not said of a site is that of an ordinary one, open every day.
 */
import type { JsonObject, JsonValue } from '../domain/decider.ts';
import { NATIONAL_CALENDAR } from '../domain/registers/data/national-calendar.ts';
import { NO_EXPECTATION } from './no-expectation.ts';
import { actorFrom, type StepDefaults } from './parse-step.ts';
import { weekdaysFrom } from './recurrence.ts';
import type { RegisterStep } from './scenario.ts';
import { dateFrom } from './time-words.ts';
import type { Field } from './yaml-fields.ts';

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const POLICY_ID = /^[a-z0-9]+(?:_[a-z0-9]+)*$/;

export function parseGivenRegisters(field: Field | null, defaults: StepDefaults): RegisterStep[] {
  if (field === null) return [];
  const fields = field.fields();
  const steps = [
    ...entries(fields.optional('kalender'), ID, 'lapas-x').flatMap(([id, item]) => calendarSteps(id, item)),
    ...entries(fields.optional('lokasi'), ID, 'puskesmas-a').map(([id, item]) =>
      step(item, `site/${id}`, 'register-site', siteData(id, item, defaults)),
    ),
    ...FURTHER.flatMap(({ key, kind, command }) =>
      entries(fields.optional(key), ID, `${kind}-a`).map(([id, item]) =>
        furtherStep(id, item, defaults, kind, command),
      ),
    ),
    ...entries(fields.optional('kebijakan'), POLICY_ID, 'window_days').map(([id, item]) =>
      step(item, `policy/${id}`, 'set-policy', policyData(item)),
    ),
  ];
  fields.refuseOthers();
  return steps;
}

/** Registers whose entries a file writes by the names of the catalogue, in the order in which they need each other. */
const FURTHER: readonly { readonly key: string; readonly kind: string; readonly command: string }[] = [
  { key: 'kantor', kind: 'office', command: 'register-office' },
  { key: 'program', kind: 'programme', command: 'register-programme' },
  { key: 'skema', kind: 'scheme', command: 'register-scheme' },
  { key: 'asesor', kind: 'assessor', command: 'register-assessor' },
  { key: 'pemberi kerja', kind: 'employer', command: 'register-employer' },
  { key: 'lowongan', kind: 'vacancy', command: 'report-vacancy' },
];

/** What nobody says of an office. */
const usualOffice = (id: string, defaults: StepDefaults): JsonObject => ({
  ...{ name: id, zone: defaults.zone, parent: null, regency: 'Kota Medan', calendar: NATIONAL_CALENDAR },
});

/** Fields of the command as they stand; `oleh` and `dokumen` only where they are not the registrar's. */
function furtherStep(
  id: string,
  field: Field,
  defaults: StepDefaults,
  kind: string,
  command: string,
): RegisterStep {
  const fields = field.fields();
  const by = fields.optional('oleh');
  const { oleh: _by, ...data } = field.jsonObject();
  const usual = step(field, `${kind}/${id}`, command, {
    ...(kind === 'office' ? usualOffice(id, defaults) : {}),
    ...data,
  });
  return by === null ? usual : { ...usual, actor: actorFrom(by, defaults, null) };
}

function entries(field: Field | null, shape: RegExp, example: string): [string, Field][] {
  if (field === null) return [];
  return [...field.fields().all()].map(([id, item]) => {
    if (!shape.test(id)) {
      throw item.problem(
        `"${id}" bukan kode`,
        `Pakai huruf kecil, angka dan tanda hubung, misalnya ${example}.`,
      );
    }
    return [id, item];
  });
}

function step(field: Field, register: string, command: string, data: JsonObject): RegisterStep {
  return {
    kind: 'register',
    line: field.line,
    about: `${register} didaftarkan`,
    name: null,
    at: null,
    person: null,
    caseAlias: null,
    actor: { role: 'REGISTRAR', office: 'pusat' },
    register,
    command,
    data,
    document: { kind: 'Surat tugas', number: 'ST-1/2026', date: '2026-01-02' },
    expect: NO_EXPECTATION,
  };
}

function siteData(id: string, field: Field, defaults: StepDefaults): JsonObject {
  const fields = field.fields();
  const openDays = fields.optional('buka');
  const closed = fields.optional('tutup');
  const cover = fields.optional('jaminan');
  const data: JsonObject = {
    name: fields.optional('sebutan')?.text() ?? id,
    owner: fields.optional('pemilik')?.text() ?? defaults.office,
    agency: fields.optional('instansi')?.text() ?? 'Pemerintah daerah',
    regency: fields.optional('kabupaten')?.text() ?? 'Kota Medan',
    zone: fields.optional('zona')?.oneOf({ wib: 'WIB', wita: 'WITA', wit: 'WIT' }) ?? defaults.zone,
    capacityPerDay: fields.optional('daya tampung')?.wholeNumber() ?? 10,
    workTypes: ['kebersihan'],
    agreement: agreementFrom(fields.optional('perjanjian')),
    safetyCoverReference: cover === null ? 'JKK-2026' : cover.text() === 'tidak ada' ? null : cover.text(),
    contactPost: null,
    accessNotes: null,
    trainingCentre: fields.optional('balai')?.yesOrNo() ?? false,
    commercial: fields.optional('komersial')?.yesOrNo() ?? false,
    calendar: fields.optional('kalender')?.text() ?? NATIONAL_CALENDAR,
    openWeekdays: openDays === null ? [1, 2, 3, 4, 5, 6, 7] : [...weekdaysFrom(openDays)],
    openOnHolidays: fields.optional('buka saat libur')?.yesOrNo() ?? true,
    closedOn: (closed?.oneOrMore() ?? []).map(dateFrom),
  };
  fields.refuseOthers();
  return data;
}

/** Absent = one that covers the years of the code; `tidak ada` = no agreement. */
function agreementFrom(field: Field | null): JsonValue {
  const usual = { number: 'B-1/L.2.10/2026', validFrom: '2026-01-02', validTo: '2030-12-31', parties: [] };
  if (field === null) return usual;
  if (!field.isMapping) return null;
  const fields = field.fields();
  const agreement = {
    number: fields.optional('nomor')?.text() ?? usual.number,
    validFrom: dateFrom(fields.required('dari', '2026-01-02')),
    validTo: dateFrom(fields.required('sampai', '2027-01-01')),
    parties: [],
  };
  fields.refuseOthers();
  return agreement;
}

/** Holidays by year: `libur: {2026: [2026-05-01]}`. */
function calendarSteps(id: string, field: Field): RegisterStep[] {
  const fields = field.fields();
  const register = `calendar/${id}`;
  const name = fields.optional('sebutan')?.text() ?? id;
  const years = fields.optional('libur')?.fields().all() ?? new Map<string, Field>();
  fields.refuseOthers();
  return [
    step(field, register, 'register-calendar', { name }),
    ...[...years].map(([year, dates]) =>
      step(dates, register, 'set-holidays', {
        year: Number(year),
        source: 'Skenario',
        holidays: dates.oneOrMore().map((date) => ({ date: dateFrom(date), name: 'Libur' })),
      }),
    ),
  ];
}

function policyData(field: Field): JsonObject {
  const fields = field.fields();
  const data = {
    unit: fields.required('satuan', 'days').text(),
    from: dateFrom(fields.required('sejak', '2026-06-01')),
    value: fields.required('nilai', '180').json(),
    source: fields.required('sumber', 'Keputusan ...').text(),
  };
  fields.refuseOthers();
  return data;
}
