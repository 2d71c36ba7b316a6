/**
 * Section `perkara`: cases that are already on their way when the first step begins. Each entry is
 * written out as the same commands that an office would have sent, as far as its keys go.
 */
import type { JsonObject, JsonValue, SourceDocument } from '../domain/decider.ts';
import type { LocalDate, LocalDateTime } from '../domain/time/moment.ts';
import { NO_EXPECTATION } from './no-expectation.ts';
import type { StepDefaults } from './parse-step.ts';
import { weekdaysFrom } from './recurrence.ts';
import type { CommandStep, GivenActor } from './scenario.ts';
import { clockRangeFrom, dateFrom, readingOf } from './time-words.ts';
import { usualRuling } from './usual-ruling.ts';
import type { Field, Fields } from './yaml-fields.ts';

export function parseReadyCases(field: Field | null, defaults: StepDefaults): CommandStep[] {
  if (field === null) return [];
  const steps = [...field.fields().all()].flatMap(([alias, item], index) =>
    readyCase(alias, index + 1, item, defaults),
  );
  return steps.sort((a, b) => (a.at! < b.at! ? -1 : a.at! > b.at! ? 1 : 0));
}

function readyCase(alias: string, ordinal: number, field: Field, defaults: StepDefaults): CommandStep[] {
  const fields = field.fields();
  const steps = new ReadySteps(alias, ordinal, field, personOf(fields, defaults), defaults);
  steps.papers = papersFrom(fields.optional('surat'));
  const ruledOn = dateFrom(fields.required('putusan', '2026-03-02'));
  const hours = fields.optional('jam')?.wholeNumber();
  steps.ruling(ruledOn, hours, fields.optional('data')?.jsonObject() ?? {});
  const finalOn = fields.optional('inkracht');
  if (finalOn !== null) steps.final(dateFrom(finalOn));
  const orderedOn = fields.optional('p48');
  const startedOn = fields.optional('mulai');
  const startDate = startedOn === null ? null : dateFrom(startedOn);
  if (orderedOn !== null) steps.order(dateFrom(orderedOn), startDate ?? dateFrom(orderedOn));
  const site = fields.optional('lokasi')?.text() ?? null;
  const schedule = fields.optional('jadwal');
  if (site !== null) steps.site(site);
  if (schedule !== null) {
    if (site === null) throw schedule.problem('jadwal tanpa lokasi', 'Tambahkan "lokasi: <kode lokasi>".');
    steps.schedule(site, startDate ?? steps.lastDate, slotsFrom(schedule));
  }
  if (startDate !== null) steps.start(startDate);
  fields.refuseOthers();
  return steps.all;
}

function personOf(fields: Fields, defaults: StepDefaults): string {
  const aliases = Object.keys(defaults.people);
  const named = fields.optional('orang');
  if (named === null && aliases.length === 1) return aliases[0]!;
  const alias = (named ?? fields.required('orang', aliases[0] ?? 'budi')).text();
  if (!aliases.includes(alias)) {
    throw named!.problem(`"${alias}" tidak ada di bagian orang`, `Yang ada: ${aliases.join(', ')}.`);
  }
  return alias;
}

/** `- {hari: [sabtu, minggu], jam: 08:00-13:00, istirahat menit: 0}` */
export function slotsFrom(field: Field): JsonValue[] {
  return field.oneOrMore().flatMap((item) => {
    const fields = item.fields();
    const range = clockRangeFrom(fields.required('jam', '08:00-12:00'));
    const breakMinutes = fields.optional('istirahat menit')?.wholeNumber() ?? 0;
    const weekdays = weekdaysFrom(fields.required('hari', 'hari kerja'));
    fields.refuseOthers();
    return [...weekdays].map((weekday) => ({ weekday, start: range.from, end: range.to, breakMinutes }));
  });
}

interface Papers {
  readonly final?: string;
  readonly order?: string;
  readonly start?: string;
}

/** `surat: {inkracht: ..., p48: ..., ba17: ...}`: numbers of papers, where the file cares for them. */
function papersFrom(field: Field | null): Papers {
  if (field === null) return {};
  const fields = field.fields();
  const [final, order, start] = ['inkracht', 'p48', 'ba17'].map((key) => fields.optional(key)?.text());
  fields.refuseOthers();
  return {
    ...(final === undefined ? {} : { final }),
    ...(order === undefined ? {} : { order }),
    ...(start === undefined ? {} : { start }),
  };
}

class ReadySteps {
  readonly all: CommandStep[] = [];
  papers: Papers = {};
  lastDate: LocalDate;
  private readonly staff: GivenActor;
  private readonly prosecutor: GivenActor;

  constructor(
    private readonly alias: string,
    private readonly ordinal: number,
    private readonly field: Field,
    private readonly person: string,
    private readonly defaults: StepDefaults,
  ) {
    this.staff = { role: 'PIDUM_STAFF', office: defaults.office };
    this.prosecutor = { role: 'EXECUTING_PROSECUTOR', office: defaults.office };
    this.lastDate = defaults.startsAt.slice(0, 10);
  }

  ruling(ruledOn: LocalDate, orderedHours: number | undefined, data: JsonObject): void {
    const usual = usualRuling(this.ordinal, ruledOn, this.defaults.probationOffice);
    const hours = orderedHours === undefined ? {} : { orderedHours };
    this.add(
      'register-ruling',
      this.staff,
      this.at(ruledOn, '09:00'),
      { ...usual, ...hours, ...data },
      {
        kind: 'Petikan putusan',
        number: String(data.caseNumber ?? usual.caseNumber),
        date: ruledOn,
      },
    );
  }

  final(finalOn: LocalDate): void {
    const document = {
      kind: 'Surat inkracht',
      number: this.papers.final ?? `W2-U1/${200 + this.ordinal}/HK.01/2026`,
      date: finalOn,
    };
    this.add('record-ruling-final', this.staff, this.at(finalOn, '10:00'), { finalOn }, document);
  }

  order(orderedOn: LocalDate, firstAppearanceOn: LocalDate): void {
    const number = this.papers.order ?? `PRINT-${300 + this.ordinal}/L.2.10/Eku.3/03/2026`;
    const data = { orderedOn, firstAppearanceOn };
    this.add('order-execution', this.prosecutor, this.at(orderedOn, '11:00'), data, {
      kind: 'P-48',
      number,
      date: orderedOn,
    });
  }

  site(siteId: string): void {
    const office = { role: 'SITE_SUPERVISOR' as const, office: siteId };
    const data = { siteId, source: 'PROSECUTOR' };
    this.add('assign-site', this.prosecutor, this.at(this.lastDate, '11:10'), data);
    const answer = { siteId, accepted: true };
    this.add('answer-site-assignment', office, this.at(this.lastDate, '11:20'), answer);
  }

  schedule(siteId: string, from: LocalDate, slots: JsonValue[]): void {
    const data = { siteId, from, slots, discussedWithPerson: true };
    this.add('plan-schedule', this.prosecutor, this.at(this.lastDate, '11:30'), data);
  }

  start(startedOn: LocalDate): void {
    const number = this.papers.start ?? `BA-17/${400 + this.ordinal}/2026`;
    const document = { kind: 'BA-17', number, date: startedOn };
    // Before the first session of any day: night sessions of the start day begin later.
    this.add('start-execution', this.prosecutor, this.at(startedOn, '06:00'), { startedOn }, document);
  }

  private at(date: LocalDate, clock: string): LocalDateTime {
    this.lastDate = date;
    return readingOf(date, clock);
  }

  private add(
    command: string,
    actor: GivenActor,
    at: LocalDateTime,
    data: JsonObject,
    document: SourceDocument | null = null,
  ): void {
    this.all.push({
      kind: 'command',
      line: this.field.line,
      about: `perkara ${this.alias}`,
      name: null,
      at,
      person: this.person,
      caseAlias: this.alias,
      actor,
      command,
      data,
      document,
      occurredAt: null,
      sessionAlias: null,
      evidence: [],
      times: 1,
      expect: NO_EXPECTATION,
    });
  }
}
