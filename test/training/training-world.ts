/** Journeys, classes and registers in one pure world, with messages between them. All persons are fictitious. */
import type { Actor, RecordedEvent, SourceDocument } from '../../src/domain/decider.ts';
import { deciderOfStream } from '../../src/domain/deciders.ts';
import type { JourneyCommandName, JourneyCommands } from '../../src/domain/journey/commands.ts';
import type { JourneyState } from '../../src/domain/journey/state.ts';
import type { Enrolment } from '../../src/domain/journey/training/state.ts';
import type { ProgrammeContent } from '../../src/domain/registers/programme.ts';
import { STARTING_COMMANDS } from '../../src/domain/registers/starting-data.ts';
import { momentAt, momentOf } from '../../src/domain/time/index.ts';
import type { OpenClass, TrainingClassCommands } from '../../src/domain/training-class/commands.ts';
import type { TrainingClassState } from '../../src/domain/training-class/state.ts';
import type { OrderAnswer } from '../../src/scenarios/driver.ts';
import { PureWorld } from '../../src/scenarios/pure/world.ts';

const actorOf = (role: Actor['role'], office: string, id = `a-${role.toLowerCase()}`): Actor => ({
  id,
  role,
  office,
});
export const REGISTRAR = actorOf('REGISTRAR', 'kemnaker');
export const CENTRE = actorOf('TRAINING_CENTRE_ADMINISTRATOR', 'bbpvp-medan');
export const INSTRUCTOR = actorOf('INSTRUCTOR', 'bbpvp-medan', 'instructor-1');
export const PRISON = actorOf('PRISON_OFFICER', 'lapas-medan');
export const COUNSELLOR = actorOf('PROBATION_COUNSELLOR', 'bapas-medan');
export const PERSON = actorOf('PERSON', 'none');
export const STAFF = actorOf('PIDUM_STAFF', 'kejari-medan');

const PAPER: SourceDocument = { kind: 'SK', number: 'W2.PAS-1', date: '2026-01-05' };

/** Twelve units, 160 JP. */
export const TWELVE_UNITS = Array.from({ length: 12 }, (_, index) => `U.${index + 1}`);

const PROGRAMME: ProgrammeContent = {
  trade: 'las',
  title: 'Las dua belas unit',
  type: 'CLUSTER',
  units: TWELVE_UNITS.map((code) => ({ code, title: code, decree: null, jp: null })),
  jp: 160,
  thresholdPercent: 80,
  excusedCounts: false,
  minimumAge: 17,
  prerequisites: { units: [], programmes: [] },
  tags: [],
  schemeId: null,
  source: 'fiksi',
};

/** Twenty working days of 8 JP, from a Monday. */
export const CLASS: OpenClass = {
  programmeId: 'las-12',
  deliveryMode: 'AT_BALAI',
  capacity: 2,
  startsOn: '2026-06-01',
  endsOn: '2026-06-26',
  timetable: {
    weekly: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, start: '08:00', jp: 8 })),
    dated: [],
    except: [],
  },
  instructors: ['instructor-1'],
  allowedTools: [],
};

/** 09:00 in Medan. */
const morning = (date: string): string => momentOf(`${date}T09:00:00`, 'WIB').at;

export class TrainingWorld {
  readonly world: PureWorld;
  private sent = 0;

  constructor(date = '2026-05-04') {
    this.world = new PureWorld(morning(date), deciderOfStream);
    for (const { stream, commandId, name, data } of STARTING_COMMANDS) {
      this.world.send(stream, { commandId, name, data, actor: REGISTRAR });
    }
    this.programme('las-12');
  }

  programme(id: string, changes: Partial<ProgrammeContent> = {}, name = 'register-programme'): OrderAnswer {
    return this.send(`register/programme/${id}`, name, { ...PROGRAMME, ...changes }, REGISTRAR);
  }

  /** Goes on to 09:00 of a local date, with everything that is due on the way. */
  on(date: string): this {
    this.world.advance(morning(date));
    return this;
  }

  send(stream: string, name: string, data: object, actor: Actor, document?: SourceDocument): OrderAnswer {
    this.sent += 1;
    const command = { commandId: `command-${this.sent}`, name, data, actor };
    return this.world.send(stream, document === undefined ? command : { ...command, document });
  }

  klass<Name extends keyof TrainingClassCommands>(
    classId: string,
    name: Name,
    data: TrainingClassCommands[Name],
    actor: Actor = name === 'record-unit-results' ? INSTRUCTOR : CENTRE,
  ): OrderAnswer {
    return this.send(`class/${classId}`, name, data, actor);
  }

  journey<Name extends JourneyCommandName>(
    person: string,
    name: Name,
    data: JourneyCommands[Name],
    actor: Actor = PERSON,
  ): OrderAnswer {
    return this.send(`journey/${person}`, name, data, actor, PAPER);
  }

  open(classId: string, changes: Partial<OpenClass> = {}): OrderAnswer {
    return this.klass(classId, 'open-class', { ...CLASS, ...changes });
  }

  register(...persons: string[]): this {
    for (const person of persons) {
      this.journey(person, 'register-person', { provisional: true, identityWarnings: [] }, STAFF);
    }
    return this;
  }

  /** The enrolment is called as its person, `e-<person>`. */
  apply(
    person: string,
    classId: string,
    changes: Partial<JourneyCommands['apply-for-class']> = {},
    actor?: Actor,
  ) {
    const data = { enrolmentId: `e-${person}`, classId, needs: [], waits: false, ...changes };
    return this.journey(person, 'apply-for-class', data, actor);
  }

  /** Applied, seated, confirmed. */
  seated(person: string, classId: string, actor?: Actor, caseId?: string): this {
    accepted(this.apply(person, classId, caseId === undefined ? {} : { caseId }, actor));
    accepted(this.klass(classId, 'confirm-seat', { enrolmentId: `e-${person}` }));
    return this;
  }

  imprison(person: string, changes: Partial<JourneyCommands['import-inmate']> = {}): OrderAnswer {
    const data: JourneyCommands['import-inmate'] = {
      registerNumber: `B.I ${person}/2026`,
      sentence: { kind: 'TERM', startedOn: '2026-01-05', months: 24, days: 0 },
      stageDates: {
        oneThird: '2026-09-05',
        half: '2027-01-05',
        twoThirds: '2027-05-05',
        expiry: '2028-01-05',
      },
      probationOffice: 'bapas-medan',
      generalRemissions: 0,
      ...changes,
    };
    return this.journey(person, 'import-inmate', data, PRISON);
  }

  /** Inquiry and session of the TPP on one day: training may begin (I.3). */
  approve(person: string): this {
    const caseId = 'c1';
    const heldOn = momentAt(this.world.now, 'WIB').date;
    const steps = [
      ['assess-inmate-needs', { caseId }, PRISON],
      ['request-litmas', { caseId, purpose: 'TRAINING' }, PRISON],
      ['record-litmas', { caseId, recommended: true }, COUNSELLOR],
      ['schedule-tpp', { caseId, purpose: 'TRAINING', on: heldOn }, PRISON],
      ['record-tpp-decision', { caseId, heldOn, approved: true }, PRISON],
    ] as const;
    for (const [name, data, actor] of steps)
      accepted(this.send(`journey/${person}`, name, data, actor, PAPER));
    return this;
  }

  enrolment(person: string): Enrolment {
    const { training } = this.world.stateOf(`journey/${person}`) as JourneyState;
    const found = training.enrolments[`e-${person}`];
    if (found === undefined) throw new Error(`${person} has no enrolment`);
    return found;
  }

  classState(classId: string): TrainingClassState {
    return this.world.stateOf(`class/${classId}`) as TrainingClassState;
  }

  events(stream: string, ...types: string[]): RecordedEvent[] {
    return this.world.eventsOf(stream).filter(({ type }) => types.length === 0 || types.includes(type));
  }

  /** Types of all events of a journey or a class, without those about deadlines. */
  told(stream: string): string[] {
    return this.events(stream)
      .map(({ type }) => type)
      .filter((type) => !type.startsWith('Deadline'));
  }
}

export function accepted(answer: OrderAnswer): OrderAnswer {
  if (answer.outcome !== 'accepted') throw new Error(`refused: ${JSON.stringify(answer.refusal)}`);
  return answer;
}

export const refusalOf = (answer: OrderAnswer): string | undefined =>
  answer.outcome === 'refused' ? answer.refusal?.code : undefined;
