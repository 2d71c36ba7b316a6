/**
 * Journeys to measure with: fictitious persons whose execution is running at sites made for the bench, and
 * the commands that get them there. Text that the API would seal is a placeholder of the same length.
 */
import { createHash } from 'node:crypto';
import { journeyEntry } from '../src/catalogue/index.ts';
import type { Actor, Command, Fact, JsonObject, SourceDocument } from '../src/domain/decider.ts';
import type { CommandEnvelope } from '../src/domain/envelope.ts';
import { addDays, daysBetween, momentAt, momentOf } from '../src/domain/time/index.ts';
import type { LocalDate } from '../src/domain/time/moment.ts';
import type { Ledger } from '../src/ledger/ledger.ts';
import { canonicalText } from '../src/ledger/record-decision.ts';
import { createRegisterService, type RegisterService } from '../src/registers/service.ts';

const OFFICE = 'kejari-medan';
const PROBATION_OFFICE = 'bapas-medan';
const CALENDAR = 'national';
/** Places at one site are counted in one row per date: many sites, so that planning does not queue there. */
const SITES = 25;
/** Execution began so long ago that a whole life fits in between, and not yet so long that its end is near. */
const STARTED_DAYS_AGO_MOST = 140;
/** Nothing may lie before the code came into force; the ruling precedes the first day of work. */
const FIRST_START: LocalDate = '2026-02-15';
const DAYS_FROM_RULING = 20;
const SESSIONS_PER_DAY = 4;
const SESSION_MINUTES = 20;
const ORDERED_HOURS = 240;

const STAFF: Actor = { id: 'bench-staff', role: 'PIDUM_STAFF', office: OFFICE };
const PROSECUTOR: Actor = { id: 'bench-prosecutor', role: 'EXECUTING_PROSECUTOR', office: OFFICE };
const REGISTRAR: Actor = { id: 'bench-registrar', role: 'REGISTRAR', office: 'pusat' };

export interface Journey {
  readonly stream: string;
  readonly personId: string;
  readonly ordinal: number;
  readonly siteId: string;
  /** Sessions sent so far. */
  sessions: number;
}

/** A keyed hash is not needed where nothing is secret. */
export const requestHashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

const hex = (text: string): string => requestHashOf(text).slice(0, 32);
const sealed = (text: string): string => `sealed:v1:${requestHashOf(text)}${requestHashOf(`${text}+`)}`;

export class Fixture {
  readonly registers: RegisterService;
  readonly #ledger: Ledger;
  readonly #facts = new Map<string, Fact>();
  readonly #today: LocalDate;
  readonly #startedDaysAgo: number;
  readonly #run: string;
  #journeys = 0;

  /** @param run makes ids of this run different from those of another on the same database. */
  constructor(ledger: Ledger, run: string) {
    this.#ledger = ledger;
    this.#run = run;
    this.#today = momentAt(new Date().toISOString(), 'WIB').date;
    this.#startedDaysAgo = Math.min(STARTED_DAYS_AGO_MOST, daysBetween(FIRST_START, this.#today));
    this.registers = createRegisterService({ ledger, requestHash: requestHashOf });
  }

  /** Starting registers, and the bench's own sites. */
  async prepareRegisters(): Promise<void> {
    await this.registers.loadStartingRegisters();
    const calendar = (await this.registers.list('calendar', 1))[0]?.id ?? CALENDAR;
    for (let ordinal = 0; ordinal < SITES; ordinal += 1) {
      const siteId = this.#siteOf(ordinal);
      const stream = `register/site/${siteId}`;
      const data = this.#siteData(siteId, calendar);
      const commandId = `bench:${siteId}`;
      const answer = await this.registers.send(stream, 'live', {
        command: { commandId, name: 'register-site', data, actor: REGISTRAR },
        requestHash: requestHashOf(canonicalText({ stream, data })),
        facts: [],
        clockOffsetMs: 0,
      });
      if (answer.outcome !== 'accepted') throw new Error(`${siteId}: ${JSON.stringify(answer.refusal)}`);
    }
  }

  newJourney(): Journey {
    this.#journeys += 1;
    const ordinal = this.#journeys;
    const personId = `p${hex(`${this.#run}/${ordinal}`)}`;
    const siteId = this.#siteOf(ordinal);
    return { stream: `journey/${personId}`, personId, ordinal, siteId, sessions: 0 };
  }

  newJourneys(count: number): Journey[] {
    return Array.from({ length: count }, () => this.newJourney());
  }

  /** A case as an office opens it. */
  opening(journey: Journey): Command[] {
    const act = this.#daysAgo(400);
    return [
      this.#command(journey, 'register-person', STAFF, {
        provisional: false,
        nikIndex: hex(`nik/${journey.personId}`),
        identityWarnings: [],
      }),
      this.#command(
        journey,
        'register-ruling',
        STAFF,
        {
          origin: 'PRIMARY_85',
          caseNumber: sealed(journey.personId),
          caseNumberIndex: hex(`case/${journey.personId}`),
          defendantOrder: 1,
          court: 'PN Mdn',
          rulingDate: this.#daysAgo(this.#startedDaysAgo + DAYS_FROM_RULING),
          ageAtAct: { years: 30, months: 2 },
          actDate: act < '2026-01-02' ? '2026-01-02' : act,
          article: '466',
          maximumThreatMonths: 30,
          replaced: { kind: 'PRISON', days: 120 },
          orderedHours: ORDERED_HOURS,
          hoursPerDay: 8,
          completionDays: 180,
          consentRecorded: true,
          probationOffice: PROBATION_OFFICE,
        },
        this.#paper('Petikan putusan', this.#startedDaysAgo + DAYS_FROM_RULING),
      ),
    ];
  }

  /** From the final ruling to the first day of work. */
  starting(journey: Journey): Command[] {
    const { siteId } = journey;
    const caseId = 'c1';
    const finalOn = this.#daysAgo(this.#startedDaysAgo + 5);
    const orderedOn = this.#daysAgo(this.#startedDaysAgo + 1);
    const startedOn = this.#daysAgo(this.#startedDaysAgo);
    const site: Actor = this.#siteActor(journey);
    const slots = [1, 2, 3, 4, 5].map((weekday) => ({
      weekday,
      start: '08:00',
      end: '16:00',
      breakMinutes: 0,
    }));
    return [
      this.#command(
        journey,
        'record-ruling-final',
        STAFF,
        { caseId, finalOn },
        this.#paper('Surat inkracht', this.#startedDaysAgo + 5),
      ),
      this.#command(
        journey,
        'order-execution',
        PROSECUTOR,
        { caseId, orderedOn, firstAppearanceOn: this.#today },
        this.#paper('P-48', this.#startedDaysAgo + 1),
      ),
      {
        ...this.#command(journey, 'assign-site', PROSECUTOR, { caseId, siteId, source: 'PROSECUTOR' }),
        // Assigned before the first day of work: a site enters hours of its own people only.
        occurredAt: momentOf(`${orderedOn}T08:00`, 'WIB'),
      },
      this.#command(journey, 'answer-site-assignment', site, { caseId, siteId, accepted: true }),
      this.#command(journey, 'plan-schedule', PROSECUTOR, {
        caseId,
        siteId,
        from: startedOn,
        slots,
        discussedWithPerson: true,
      }),
      this.#command(
        journey,
        'start-execution',
        PROSECUTOR,
        { caseId, startedOn },
        this.#paper('BA-17', this.#startedDaysAgo),
      ),
    ];
  }

  /** The journey's next session, as the site's supervisor enters it. */
  nextSession(journey: Journey): Command {
    const ordinal = journey.sessions;
    journey.sessions += 1;
    const date = addDays(this.#daysAgo(this.#startedDaysAgo), 1 + Math.floor(ordinal / SESSIONS_PER_DAY));
    const slot = ordinal % SESSIONS_PER_DAY;
    const hour = String(8 + slot).padStart(2, '0');
    return {
      ...this.#command(journey, 'record-session', this.#siteActor(journey), {
        caseId: 'c1',
        siteId: journey.siteId,
        start: `${date}T${hour}:00:00`,
        end: `${date}T${hour}:${SESSION_MINUTES}:00`,
        breaks: [],
      }),
      commandId: `${journey.personId}:session:${ordinal + 1}`,
    };
  }

  /** As the API sends it: with the register facts that the catalogue names, from a cache. */
  async envelope(journey: Journey, command: Command): Promise<CommandEnvelope> {
    const about = { office: command.actor.office, siteIds: [journey.siteId] };
    const keys = [...new Set(journeyEntry(command.name)?.facts(command.data as JsonObject, about))];
    const missing = keys.filter((key) => !this.#facts.has(key));
    if (missing.length > 0) {
      for (const fact of await this.#ledger.facts(missing)) this.#facts.set(fact.key, fact);
    }
    return {
      command,
      requestHash: requestHashOf(canonicalText({ stream: journey.stream, data: command.data as JsonObject })),
      facts: keys.map((key) => this.#facts.get(key)).filter((fact) => fact !== undefined),
      clockOffsetMs: 0,
    };
  }

  #siteOf(ordinal: number): string {
    return `bench-${this.#run}-${ordinal % SITES}`;
  }

  #siteActor(journey: Journey): Actor {
    return { id: 'bench-supervisor', role: 'SITE_SUPERVISOR', office: journey.siteId };
  }

  #siteData(siteId: string, calendar: string): JsonObject {
    return {
      name: siteId,
      owner: OFFICE,
      agency: 'Dinas Lingkungan Hidup',
      regency: 'Kota Medan',
      zone: 'WIB',
      capacityPerDay: 10_000,
      workTypes: ['cleaning'],
      agreement: {
        number: 'CONTOH/BENCH',
        validFrom: '2025-12-01',
        validTo: addDays(this.#today, 1_000),
        parties: ['Kejaksaan Tinggi Sumatera Utara', 'Pemerintah Provinsi Sumatera Utara'],
      },
      safetyCoverReference: 'CONTOH/1',
      contactPost: 'Tata Usaha',
      accessNotes: null,
      trainingCentre: false,
      commercial: false,
      calendar,
      openWeekdays: [1, 2, 3, 4, 5, 6, 7],
      openOnHolidays: true,
      closedOn: [],
    };
  }

  #command(
    journey: Journey,
    name: string,
    actor: Actor,
    data: JsonObject,
    document?: SourceDocument,
  ): Command {
    const commandId = `${journey.personId}:${name}`;
    return { commandId, name, data, actor, ...(document === undefined ? {} : { document }) };
  }

  #paper(kind: string, daysAgo: number): SourceDocument {
    return { kind, number: `CONTOH/${daysAgo}`, date: this.#daysAgo(daysAgo) };
  }

  #daysAgo(days: number): LocalDate {
    return addDays(this.#today, -days);
  }
}
