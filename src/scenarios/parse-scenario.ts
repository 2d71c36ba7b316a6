/**
 * From the text of a file to a scenario that can be run.
 * @throws ScenarioProblem with file, line, key and remedy for the first mistake found.
 */
import type { Zone } from '../domain/time/moment.ts';
import { parseGivenRegisters } from './given-registers.ts';
import { NO_EXPECTATION } from './no-expectation.ts';
import { actorFrom, parseStep, type StepDefaults } from './parse-step.ts';
import { parseReadyCases } from './ready-case.ts';
import type { GivenPerson, RegisterPersonStep, Scenario, Step } from './scenario.ts';
import { dateFrom, dateTimeFrom } from './time-words.ts';
import { SEX_WORDS } from './words.ts';
import { type Field, readYaml } from './yaml-fields.ts';

const ZONE_WORDS: { readonly [word: string]: Zone } = { wib: 'WIB', wita: 'WITA', wit: 'WIT' };

/** Far more than any worked example; a file beyond it is not one that a person reads. */
const MOST_STEPS = 2_000;

export function parseScenario(file: string, text: string): Scenario {
  const root = readYaml(file, text);
  const fields = root.fields();
  const startsAt = dateTimeFrom(fields.required('mulai', '2026-03-01 08:00'));
  const place: StepDefaults = {
    zone: fields.optional('zona')?.oneOf(ZONE_WORDS) ?? 'WIB',
    office: fields.optional('kantor')?.text() ?? 'kejari-medan',
    probationOffice: fields.optional('bapas')?.text() ?? 'bapas-medan',
    people: {},
    startsAt,
  };
  const persons = fields.optional('orang');
  const people = persons === null ? {} : peopleFrom(persons, place);
  const defaults: StepDefaults = { ...place, people };
  const title = fields.required('judul', 'Dua lokasi dalam satu hari').text();
  const law = fields
    .required('pasal', 'UU 1/2023 pasal 85 ayat (5)')
    .oneOrMore()
    .map((item) => item.text());
  const number = fields.optional('nomor')?.text() ?? '';
  const explanation = fields.required('penjelasan', 'satu kalimat tentang aturannya').text();
  const registers = parseGivenRegisters(fields.optional('fakta'), defaults);
  const ready = parseReadyCases(fields.optional('perkara'), defaults);
  const written = fields
    .required('langkah', '- {pada: ..., oleh: ..., lakukan: ...}')
    .list()
    .flatMap((step) => parseStep(step, defaults));
  fields.refuseOthers();
  const steps = [...registrations(people, written), ...ready, ...written];
  if (steps.length > MOST_STEPS) {
    throw root.problem(
      `memuat ${steps.length} langkah`,
      `Pecah menjadi berkas dengan paling banyak ${MOST_STEPS} langkah.`,
    );
  }
  refuseGoingBack(root, startsAt, steps);
  return { file, number, title, law, explanation, zone: defaults.zone, startsAt, people, registers, steps };
}

function peopleFrom(field: Field, place: StepDefaults): { [alias: string]: GivenPerson } {
  const people: { [alias: string]: GivenPerson } = {};
  for (const [alias, person] of field.fields().all()) people[alias] = personFrom(alias, person, place);
  return people;
}

function personFrom(alias: string, field: Field, place: StepDefaults): GivenPerson {
  const fields = field.fields();
  const provisional = fields.optional('sementara')?.yesOrNo() ?? false;
  const nik = fields
    .optional('nik')
    ?.textMatching(/^\d{16}$/, 'NIK 16 angka', '"1271011005900001" (pakai tanda kutip)');
  if (!provisional && nik === undefined) {
    throw field.problem('orang tanpa NIK', 'Tambahkan "nik", atau "sementara: ya" bila belum ada NIK.');
  }
  const registrar = fields.optional('didaftarkan oleh');
  const person: GivenPerson = {
    alias,
    registeredBy:
      registrar === null ? { role: 'PIDUM_STAFF', office: place.office } : actorFrom(registrar, place, null),
    name: fields.required('nama', 'Budi Santoso').text(),
    nik: nik ?? null,
    birthDate: dateFrom(fields.required('lahir', '1990-05-10')),
    sex: fields.required('kelamin', 'laki-laki').oneOf(SEX_WORDS),
    provisional,
  };
  fields.refuseOthers();
  return person;
}

/** People whom no step registers are registered before the first step. */
function registrations(
  people: { [alias: string]: GivenPerson },
  written: readonly Step[],
): RegisterPersonStep[] {
  const explicit = new Set(
    written.filter((step) => step.kind === 'register-person').map((step) => step.person),
  );
  return Object.keys(people)
    .filter((alias) => !explicit.has(alias))
    .map((alias) => ({
      kind: 'register-person',
      line: 0,
      about: `${people[alias]!.name} didaftarkan`,
      name: null,
      at: null,
      person: alias,
      caseAlias: null,
      actor: people[alias]!.registeredBy,
      times: 1,
      expect: NO_EXPECTATION,
    }));
}

/** A world's clock moves only forward: a step before its predecessor could never be run. */
function refuseGoingBack(root: Field, startsAt: string, steps: readonly Step[]): void {
  let latest = startsAt;
  for (const step of steps) {
    const at = step.kind === 'wait' || step.kind === 'outage' ? step.until : step.at;
    if (at === null) continue;
    if (at < latest) {
      throw root.problemAt(
        step.line,
        `langkah "${step.about}" pada ${at} mendahului ${latest}`,
        'Susun langkah menurut waktu; yang dicatat terlambat ditulis pada waktu pencatatannya.',
      );
    }
    latest = at;
  }
}
