/** Training offered beside, in place of, or by order within a sentence (A-15, A-20, L-29). */
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../src/domain/decider.ts';
import type { JourneyCommands } from '../../src/domain/journey/commands.ts';
import type { JourneyState } from '../../src/domain/journey/state.ts';
import { accepted, CENTRE, PERSON, PRISON, refusalOf, STAFF, TrainingWorld } from './training-world.ts';

const PROSECUTOR: Actor = { id: 'a-prosecutor', role: 'EXECUTING_PROSECUTOR', office: 'kejari-medan' };
const STRANGER: Actor = { ...PROSECUTOR, office: 'kejari-jayapura' };

/** `ani` with a case of 60 hours that runs on Mondays and Tuesdays from eight to noon. */
function withCase(changes: Partial<JourneyCommands['register-ruling']> = {}): TrainingWorld {
  const world = new TrainingWorld('2026-03-09').register('ani');
  const send = <Name extends keyof JourneyCommands>(
    name: Name,
    data: JourneyCommands[Name],
    actor = PROSECUTOR,
  ) => accepted(world.journey('ani', name, data, actor));
  send(
    'register-ruling',
    {
      origin: 'PRIMARY_85',
      caseNumber: 'sealed:v1:eA',
      caseNumberIndex: 'index-1',
      defendantOrder: 1,
      court: 'PN Mdn',
      rulingDate: '2026-03-02',
      ageAtAct: { years: 30, months: 0 },
      actDate: '2026-01-20',
      article: '466',
      maximumThreatMonths: 30,
      replaced: { kind: 'PRISON', days: 60 },
      orderedHours: 60,
      consentRecorded: true,
      probationOffice: 'bapas-medan',
      ...changes,
    },
    STAFF,
  );
  send('record-ruling-final', { caseId: 'c1', finalOn: '2026-03-09' }, STAFF);
  send('order-execution', { caseId: 'c1', orderedOn: '2026-03-09', firstAppearanceOn: '2026-03-16' });
  send('assign-site', { caseId: 'c1', siteId: 'puskesmas-helvetia', source: 'PROSECUTOR' });
  send('plan-schedule', {
    caseId: 'c1',
    siteId: 'puskesmas-helvetia',
    from: '2026-03-30',
    slots: [1, 2].map((weekday) => ({ weekday, start: '08:00', end: '12:00', breakMinutes: 0 })),
    discussedWithPerson: true,
  });
  return world;
}

const OFFER = { caseId: 'c1', programmeId: 'las-12', as: 'VOLUNTARY' } as const;
const stateOf = (world: TrainingWorld): JourneyState => world.world.stateOf('journey/ani') as JourneyState;

describe('an offer of training', () => {
  it('may be declined, and changes nothing of the sentence (L-29)', () => {
    const world = withCase();
    const before = stateOf(world).cases;
    accepted(world.journey('ani', 'offer-training', OFFER, PROSECUTOR));
    accepted(world.journey('ani', 'answer-training-offer', { offerId: 'o1', accepted: false }));
    expect(stateOf(world).cases).toEqual(before);
    expect(stateOf(world).training.offers).toMatchObject({ o1: { answer: 'DECLINED' } });
  });

  it('is made by the office of the case, of a programme there is', () => {
    const world = withCase();
    const offer = (changes: object, actor = PROSECUTOR) =>
      refusalOf(world.journey('ani', 'offer-training', { ...OFFER, ...changes }, actor));
    expect(offer({}, STRANGER)).toBe('NOT_PERMITTED');
    expect(offer({}, PRISON)).toBe('NOT_PERMITTED');
    expect(offer({ caseId: 'c9' })).toBe('CASE_UNKNOWN');
    expect(offer({ programmeId: 'none' })).toBe('PROGRAMME_UNKNOWN');
    expect(offer({ classId: 'none' })).toBe('CLASS_UNKNOWN');
    expect(offer({ as: 'COURT_MEASURE' })).toBe('NO_TRAINING_MEASURE');
  });

  it('of a court measure cannot be declined, nor left by the person', () => {
    const world = withCase({ measure: { jp: 160, siteId: 'bbpvp-medan' } });
    accepted(world.journey('ani', 'offer-training', { ...OFFER, as: 'COURT_MEASURE' }, PROSECUTOR));
    const answer = (yes: boolean) =>
      world.journey('ani', 'answer-training-offer', { offerId: 'o1', accepted: yes }, PERSON);
    expect(refusalOf(answer(false))).toBe('MEASURE_NOT_REFUSABLE');
    accepted(answer(true));
    accepted(world.open('k1', WEEKEND));
    accepted(world.apply('ani', 'k1', { offerId: 'o1' }));
    expect(world.enrolment('ani')).toMatchObject({ basis: 'COURT_MEASURE', caseId: 'c1' });
    const leave = { enrolmentId: 'e-ani', reason: 'OWN_WISH' } as const;
    expect(refusalOf(world.journey('ani', 'cancel-enrolment', leave, PERSON))).toBe('MEASURE_NOT_REFUSABLE');
  });

  it('must be accepted before anybody applies on it', () => {
    const world = withCase();
    accepted(world.open('k1', WEEKEND));
    accepted(world.journey('ani', 'offer-training', OFFER, PROSECUTOR));
    expect(refusalOf(world.apply('ani', 'k1', { offerId: 'o1' }))).toBe('OFFER_NOT_ACCEPTED');
    expect(refusalOf(world.apply('ani', 'k1', { offerId: 'o2' }))).toBe('OFFER_UNKNOWN');
  });

  it('after clemency the person stays because they want to (I.6b)', () => {
    const world = withCase({ measure: { jp: 160, siteId: 'bbpvp-medan' } });
    accepted(world.journey('ani', 'offer-training', { ...OFFER, as: 'COURT_MEASURE' }, PROSECUTOR));
    accepted(world.journey('ani', 'answer-training-offer', { offerId: 'o1', accepted: true }));
    accepted(world.open('k1', WEEKEND));
    accepted(world.apply('ani', 'k1', { offerId: 'o1' }));
    const grant = { caseId: 'c1', kind: 'GRASI', grantedOn: '2026-03-09' } as const;
    accepted(world.journey('ani', 'grant-clemency', grant, PROSECUTOR));
    expect(world.enrolment('ani')).toMatchObject({ stage: 'SEATED', basis: 'VOLUNTARY' });
  });
});

const saturday = { weekly: [{ weekday: 6, start: '08:00', jp: 8 }], dated: [], except: [] };
const WEEKEND = { startsOn: '2026-04-04', endsOn: '2026-06-27', timetable: saturday };

describe('hours that clash (C-17)', () => {
  /** One slot on a Monday in April, of one JP. */
  const monday = (start: string, jp = 1) => ({
    startsOn: '2026-04-06',
    endsOn: '2026-04-27',
    timetable: { weekly: [{ weekday: 1, start, jp }], dated: [], except: [] },
  });

  it.each([
    ['07:15', undefined],
    ['07:16', 'CLASS_TIME_CONFLICT'],
    ['11:59', 'CLASS_TIME_CONFLICT'],
    ['12:00', undefined],
  ])('beside work from 08:00 to 12:00 one JP from %s: %s', (start, code) => {
    const world = withCase();
    accepted(world.open('k1', monday(start)));
    expect(refusalOf(world.apply('ani', 'k1'))).toBe(code);
  });

  it('says the day and not what the other hours are', () => {
    const world = withCase();
    accepted(world.open('k1', monday('08:00')));
    const { refusal } = world.apply('ani', 'k1');
    expect(refusal?.parameters).toEqual({ date: '2026-04-06' });
  });

  it('a plan made after a class warns of it, and stands: people decide which gives way', () => {
    const plan = (world: TrainingWorld, weekday: number) =>
      world.journey(
        'ani',
        'plan-schedule',
        {
          ...{ caseId: 'c1', siteId: 'puskesmas-helvetia', from: '2026-03-30', discussedWithPerson: true },
          slots: [1, weekday].map((day) => ({ weekday: day, start: '08:00', end: '12:00', breakMinutes: 0 })),
        },
        PROSECUTOR,
      );
    const world = withCase();
    accepted(world.open('k1', WEEKEND));
    accepted(world.apply('ani', 'k1'));
    expect(accepted(plan(world, 6)).warnings).toMatchObject([
      { code: 'PLAN_MEETS_CLASS', parameters: { date: '2026-04-04' } },
    ]);
    expect(accepted(plan(world, 3)).warnings).toEqual([]);
  });

  it('two classes of one person', () => {
    const world = withCase();
    world.programme('jahit');
    accepted(world.open('k1', WEEKEND));
    accepted(world.open('k2', { ...WEEKEND, programmeId: 'jahit' }));
    accepted(world.open('k3', WEEKEND));
    accepted(world.apply('ani', 'k1'));
    expect(refusalOf(world.apply('ani', 'k2', { enrolmentId: 'e-2' }))).toBe('CLASS_TIME_CONFLICT');
    expect(refusalOf(world.apply('ani', 'k3', { enrolmentId: 'e-3' }))).toBe('ALREADY_ENROLLED');
  });
});

describe('prerequisites (C-17)', () => {
  it('a unit or a training that is missing is named', () => {
    const world = new TrainingWorld().register('ani');
    world.programme('lanjut', { prerequisites: { units: ['U.1'], programmes: ['las-12'] } });
    accepted(world.open('k1', { programmeId: 'lanjut' }));
    expect(world.apply('ani', 'k1')).toMatchObject({
      refusal: { code: 'PREREQUISITE_MISSING', parameters: { missing: 'U.1, las-12' } },
    });
  });
});

describe('custody that begins in the middle of a class outside', () => {
  it('suspends it; a class on a screen goes on', () => {
    for (const [deliveryMode, stage] of [
      ['AT_BALAI', 'SUSPENDED'],
      ['ONLINE', 'ACTIVE'],
    ] as const) {
      const world = new TrainingWorld().register('ani');
      accepted(world.open('k1', { deliveryMode }));
      world.seated('ani', 'k1', CENTRE).on('2026-06-01');
      accepted(world.klass('k1', 'start-class', { startedOn: '2026-06-01' }));
      accepted(world.imprison('ani'));
      expect(world.enrolment('ani').stage).toBe(stage);
      world.on('2026-06-03');
      expect(Object.keys(world.classState('k1').seats)).toEqual(['e-ani']);
    }
  });
});
