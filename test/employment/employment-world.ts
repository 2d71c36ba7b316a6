/** One person who looks for work, and employers with vacancies, on a clock that is moved. */
import type { Actor, Decider, JsonObject } from '../../src/domain/decider.ts';
import { deciderOfStream } from '../../src/domain/deciders.ts';
import type { HeldCertificate } from '../../src/domain/journey/assessment/state.ts';
import { journeyDecider } from '../../src/domain/journey/decider.ts';
import type { Placement, Proposal } from '../../src/domain/journey/employment/state.ts';
import type { JourneyState } from '../../src/domain/journey/state.ts';
import { STARTING_COMMANDS } from '../../src/domain/registers/starting-data.ts';
import { momentOf } from '../../src/domain/time/index.ts';
import { PureWorld } from '../../src/scenarios/pure/world.ts';

const actor = (id: string, role: Actor['role'], office: string): Actor => ({ id, role, office });

export const registrar = actor('a-pusat', 'REGISTRAR', 'pusat');
export const officer = actor('a-disnaker', 'PLACEMENT_OFFICER', 'disnaker-medan');
export const otherOfficer = actor('a-disnaker-2', 'PLACEMENT_OFFICER', 'disnaker-deli-serdang');
export const employer = actor('a-bengkel', 'EMPLOYER', 'bengkel-las-contoh');
export const otherEmployer = actor('a-hotel', 'EMPLOYER', 'hotel-contoh');
export const person = actor('a-orang', 'PERSON', 'orang');
export const warden = actor('a-lapas', 'PRISON_OFFICER', 'lapas-medan');
export const prosecutor = actor('a-jaksa', 'EXECUTING_PROSECUTOR', 'kejari-medan');
export const staff = actor('a-staf', 'PIDUM_STAFF', 'kejari-medan');
const system = actor('system', 'SYSTEM', 'system');

export const CANDIDATE = 'k0123456789abcdef0123456789ab';

export const vacancy = (changes: JsonObject = {}): JsonObject => ({
  employerId: 'bengkel-las-contoh',
  ...{ jobTitle: 'Juru las', kbjiCode: '7212', openings: 1, zone: 'WIB' },
  ...{ validFrom: '2026-08-01', validUntil: '2029-12-31', regency: 'Kabupaten Deli Serdang' },
  ...{ sector: 'MANUFACTURING', ages: null, sex: null, education: null, experienceMonths: 0, wage: null },
  ...{ units: ['C.24LAS01.001.1'], schemes: ['las-smaw'], needsSupported: [], exclusions: [] },
  ...changes,
});

const CERTIFICATE: HeldCertificate = {
  ...{ certificateId: 't1', assessmentId: 'a1', schemeId: 'las-smaw', units: ['C.24LAS01.001.1'] },
  ...{ certificationBody: 'lsp-p2-bbpvp-medan', number: '62014 2512 3 0001234 2026' },
  ...{ issuedOn: '2026-06-15', status: 'VALID', since: '2026-06-15', validUntil: '2029-06-15' },
};

/** A journey that holds a certificate already: how it came by it is the business of another part. */
const certified: Decider<JourneyState> = {
  ...journeyDecider,
  initialState: (id) => ({
    ...journeyDecider.initialState(id),
    assessment: { assessments: {}, certificates: { t1: CERTIFICATE } },
  }),
};

export interface Answer {
  readonly outcome: string;
  readonly refusal?: { readonly code: string; readonly parameters: object };
}

export class EmploymentWorld {
  readonly world: PureWorld;
  #sent = 0;

  constructor(at = '2026-08-10T09:00', holdsCertificate = false) {
    const deciderOf = (stream: string) =>
      holdsCertificate && stream.startsWith('journey/')
        ? (certified as Decider<unknown>)
        : deciderOfStream(stream);
    this.world = new PureWorld(momentOf(at, 'WIB').at, deciderOf);
    for (const { stream, commandId, name, data } of STARTING_COMMANDS) {
      this.world.send(stream, { commandId, name, data, actor: registrar });
    }
    for (const id of ['bengkel-las-contoh', 'hotel-contoh']) {
      const data = { name: id, ownership: 'PRIVATE', regency: 'Kota Medan', sector: 'MANUFACTURING' };
      this.toRegister(`employer/${id}`, 'register-employer', data, registrar);
    }
    this.toRegister('vacancy/las-1', 'report-vacancy', vacancy());
    this.accepts('register-person', { provisional: true, identityWarnings: [] }, staff);
  }

  toRegister(entry: string, name: string, data: JsonObject, by: Actor = employer): Answer {
    return this.#send(`register/${entry}`, name, data, by);
  }

  send(name: string, data: JsonObject, by: Actor = officer, stream = 'journey/orang'): Answer {
    return this.#send(stream, name, data, by);
  }

  #send(stream: string, name: string, data: JsonObject, by: Actor): Answer {
    this.#sent += 1;
    const document = { kind: 'surat', number: 'S-1', date: '2026-08-01' };
    return this.world.send(stream, {
      commandId: `w${this.#sent}`,
      name,
      data,
      actor: by,
      document,
    }) as Answer;
  }

  accepts(name: string, data: JsonObject, by: Actor = officer, stream = 'journey/orang'): this {
    const { outcome, refusal } = this.send(name, data, by, stream);
    if (outcome !== 'accepted') throw new Error(`${name}: ${JSON.stringify(refusal)}`);
    return this;
  }

  /** Code of the refusal; undefined where it was accepted. */
  refusalOf(
    name: string,
    data: JsonObject,
    by: Actor = officer,
    stream = 'journey/orang',
  ): string | undefined {
    return this.send(name, data, by, stream).refusal?.code;
  }

  /** As the certificate itself would tell it. */
  certificateIs(status: string, on: string, validUntil = '2029-06-15'): this {
    return this.accepts('note-certificate-status', { certificateId: 't1', status, on, validUntil }, system);
  }

  at(reading: string): this {
    this.world.advance(momentOf(reading, 'WIB').at);
    return this;
  }

  card(issuedOn = '2026-08-10'): this {
    return this.accepts('issue-job-seeker-card', { number: 'AK1-1', issuedOn, candidateId: CANDIDATE });
  }

  consents(...purposes: string[]): this {
    for (const purpose of purposes) this.accepts('give-consent', { purpose }, person);
    return this;
  }

  available(changes: JsonObject = {}): this {
    return this.accepts('set-availability', {
      ...{ from: '2026-08-17', regencies: ['Kabupaten Deli Serdang'], sectors: ['MANUFACTURING'] },
      ...{ needs: [], wageFloorRupiah: null, ...changes },
    });
  }

  /** With a card, consent and availability. */
  seeking(): this {
    return this.card().consents('MATCHING').available();
  }

  proposed(proposalId = 'w1', vacancyId = 'las-1'): this {
    return this.accepts('propose-candidate', { vacancyId, proposalId });
  }

  taken(proposalId = 'w1'): this {
    this.accepts('invite-candidate', { proposalId }, employer);
    this.accepts('record-interview', { proposalId, heldOn: this.date }, employer);
    this.accepts('offer-job', { proposalId }, employer);
    return this.accepts('accept-candidate', { proposalId }, employer);
  }

  employed(startedOn: string, changes: JsonObject = {}): this {
    return this.accepts('start-placement', {
      ...{ kind: 'EMPLOYED', proposalId: null, employerId: 'bengkel-las-contoh', contract: 'PKWT' },
      ...{ startedOn, regency: 'Kabupaten Deli Serdang', sector: 'MANUFACTURING', wageBand: null },
      ...changes,
    });
  }

  get date(): string {
    return this.world.now.slice(0, 10);
  }

  get types(): string[] {
    return this.world.eventsOf('journey/orang').map(({ type }) => type);
  }

  all(type: string): unknown[] {
    return this.world
      .eventsOf('journey/orang')
      .filter((event) => event.type === type)
      .map(({ data }) => data);
  }

  get state(): JourneyState {
    return this.world.stateOf('journey/orang') as JourneyState;
  }

  /** Kinds and local dates of what is waited for, in order. */
  get waitsFor(): string[] {
    return journeyDecider
      .deadlines(this.state)
      .map(({ kind, dueAt }) => `${dueAt.date} ${kind}`)
      .sort();
  }

  proposal(proposalId = 'w1'): Proposal {
    const found = this.state.employment.proposals[proposalId];
    if (found === undefined) throw new Error(`no proposal ${proposalId}`);
    return found;
  }

  placement(placementId = 'p1'): Placement {
    const found = this.state.employment.placements[placementId];
    if (found === undefined) throw new Error(`no placement ${placementId}`);
    return found;
  }
}
