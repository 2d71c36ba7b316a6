/** The social entrance: every command in every stage, and the clocks (C-10, E-10, I.4, S52). */
import { describe, expect, it } from 'vitest';
import type { Actor, JsonObject } from '../../src/domain/decider.ts';
import { deciderOfStream } from '../../src/domain/deciders.ts';
import type { ReferralCommands } from '../../src/domain/journey/referral/commands.ts';
import { referralPart } from '../../src/domain/journey/referral/part.ts';
import { REFERRAL_MOVES, type ReferralStage } from '../../src/domain/journey/referral/stage-moves.ts';
import type { JourneyState } from '../../src/domain/journey/state.ts';
import { STARTING_COMMANDS } from '../../src/domain/registers/starting-data.ts';
import { momentOf } from '../../src/domain/time/index.ts';
import { PureWorld } from '../../src/scenarios/pure/world.ts';
import { prisonSamples } from '../api/samples/prison.ts';
import { referralSamples } from '../api/samples/referral.ts';

const registrar: Actor = { id: 'registrar', role: 'REGISTRAR', office: 'pusat' };
const baznas: Actor = { id: 'a-baznas', role: 'REFERRAL_OFFICER', office: 'baznas' };
const kemensos: Actor = { id: 'a-kemensos', role: 'REFERRAL_OFFICER', office: 'kemensos' };
const centre: Actor = { id: 'a-balai', role: 'TRAINING_CENTRE_ADMINISTRATOR', office: 'bbpvp-medan' };
const person: Actor = { id: 'a-orang', role: 'PERSON', office: 'orang' };

class Referral {
  private readonly world = new PureWorld(momentOf('2026-06-01T09:00', 'WIB').at, deciderOfStream);
  private sent = 0;

  constructor() {
    for (const { stream, commandId, name, data } of STARTING_COMMANDS) {
      this.world.send(stream, { commandId, name, data, actor: registrar });
    }
    this.accepts('register-person', { provisional: true, identityWarnings: [] }, baznas);
  }

  send(name: string, data: JsonObject, actor: Actor, paper = true) {
    this.sent += 1;
    const document = { kind: 'surat', number: 'S-1', date: '2026-06-01' };
    const command = { commandId: `r${this.sent}`, name, data, actor };
    return this.world.send('journey/orang', paper ? { ...command, document } : command);
  }

  accepts(name: string, data: JsonObject, actor: Actor): this {
    const { outcome, refusal } = this.send(name, data, actor);
    if (outcome !== 'accepted') throw new Error(`${name}: ${JSON.stringify(refusal)}`);
    return this;
  }

  until(reading: string): this {
    this.world.advance(momentOf(reading, 'WIB').at);
    return this;
  }

  get types(): string[] {
    return this.world.eventsOf('journey/orang').map(({ type }) => type);
  }

  get state(): JourneyState {
    return this.world.stateOf('journey/orang') as JourneyState;
  }

  get stage(): ReferralStage | undefined {
    return this.state.referral.cases.c1?.stage;
  }
}

const referral = {
  ...{ centre: 'bbpvp-medan', purpose: 'TRAINING', cohort: 'baznas-kemnaker-1000' },
  needs: ['SIGN_LANGUAGE_INTERPRETER'],
};
const referred = () => new Referral().accepts('receive-referral', referral, baznas);
const consented = () => referred().accepts('give-consent', { purpose: 'TRAINING_REFERRAL' }, person);
const assessed = () => consented().accepts('assess-accommodation', { caseId: 'c1', needs: ['RAMP'] }, centre);
const waiting = () =>
  assessed().accepts('put-on-waiting-list', { caseId: 'c1', programmeId: 'las-smaw-160-jp' }, centre);

describe('a referral', () => {
  it('is answered within seven days, or the delay is told once', () => {
    const story = referred();
    expect(story.state.referral.cases.c1?.answerDueAt?.date).toBe('2026-06-08');
    story.until('2026-06-20T09:00');
    expect(story.types.filter((type) => type === 'ReferralAnswerOverdue')).toHaveLength(1);
    expect(story.stage).toBe('REFERRED');
  });

  it('goes no further without the person’s consent', () => {
    const refused = referred().send('assess-accommodation', { caseId: 'c1', needs: [] }, centre);
    expect(refused.refusal).toMatchObject({ code: 'CONSENT_MISSING', article: 'UU 27/2022 art. 20' });
  });

  it('stands on a consent given before it came', () => {
    const story = consented().accepts('receive-referral', referral, kemensos);
    expect(story.state.referral.cases.c2?.stage).toBe('CONSENTED');
  });

  it('is for a training centre, and not made twice while it is open', () => {
    const story = referred();
    expect(story.send('receive-referral', referral, baznas).refusal?.code).toBe('ALREADY_DONE');
    const elsewhere = { ...referral, centre: 'kejari-medan' };
    expect(story.send('receive-referral', elsewhere, kemensos).refusal?.code).toBe('NOT_A_TRAINING_CENTRE');
  });

  it('is the referrer’s own and the centre’s it came to', () => {
    const story = consented();
    const other = { ...centre, office: 'bbpvp-bekasi' };
    const needs = { caseId: 'c1', needs: [] };
    expect(story.send('assess-accommodation', needs, other).refusal?.code).toBe('NOT_PERMITTED');
    expect(story.send('assess-accommodation', needs, kemensos).refusal?.code).toBe('NOT_PERMITTED');
    expect(story.send('assess-accommodation', needs, baznas).outcome).toBe('accepted');
  });
});

describe('consent', () => {
  it('written down by an officer needs the signed paper; the person’s own word does not', () => {
    const story = referred();
    const given = { purpose: 'MATCHING' };
    expect(story.send('give-consent', given, baznas, false).refusal?.code).toBe('DOCUMENT_MISSING');
    expect(story.send('give-consent', given, baznas).outcome).toBe('accepted');
    expect(story.send('give-consent', { purpose: 'FOLLOW_UP' }, person, false).outcome).toBe('accepted');
  });

  it('S52: withdrawn, it holds at once and undoes nothing', () => {
    const story = waiting().accepts('give-consent', { purpose: 'DISCLOSE_DISABILITY' }, person);
    const stop = { purpose: 'DISCLOSE_DISABILITY', stopsTraining: false };
    story.accepts('withdraw-consent', stop, person);
    expect(story.state.referral.consents.DISCLOSE_DISABILITY).toBe(false);
    expect(story.stage).toBe('WAITING');
    expect(story.types).toContain('ConsentGiven');
    expect(story.send('withdraw-consent', stop, person).refusal?.code).toBe('CONSENT_MISSING');
  });

  it('to the referral withdrawn, with the wish to stop, ends it', () => {
    const story = waiting();
    story.accepts('withdraw-consent', { purpose: 'TRAINING_REFERRAL', stopsTraining: true }, person);
    expect(story.state.referral.cases.c1).toMatchObject({ stage: 'CLOSED', closedReason: 'WITHDREW' });
  });
});

describe('an accommodation', () => {
  const ramp = { caseId: 'c1', code: 'RAMP' };

  it('is ready fourteen days before the class, or the delay is told', () => {
    const story = assessed().accepts('plan-accommodation', { ...ramp, classStartsOn: '2026-07-20' }, centre);
    expect(story.state.referral.cases.c1?.accommodations[0]?.readyBy?.date).toBe('2026-07-06');
    story.until('2026-07-07T09:00');
    expect(story.types).toContain('AccommodationOverdue');
    story.accepts('provide-accommodation', ramp, centre).accepts('confirm-accommodation', ramp, person);
    expect(story.state.referral.cases.c1?.accommodations[0]?.status).toBe('CONFIRMED');
  });

  it('is provided before it is confirmed, and planned before it is provided', () => {
    const story = assessed();
    const code = (name: string) => story.send(name, ramp, centre).refusal?.code;
    expect(code('provide-accommodation')).toBe('ACCOMMODATION_NOT_PLANNED');
    story.accepts('plan-accommodation', { ...ramp, classStartsOn: '2026-07-20' }, centre);
    expect(code('confirm-accommodation')).toBe('ACCOMMODATION_NOT_PLANNED');
  });
});

describe('the waiting list', () => {
  it('ends after 180 days, with a notice fourteen days before', () => {
    const story = waiting().until('2026-11-15T00:30');
    expect(story.types).toContain('WaitingListExpiryNoticed');
    expect(story.stage).toBe('WAITING');
    story.until('2026-11-29T00:30');
    expect(story.types).toContain('WaitingListExpired');
    expect(story.stage).toBe('ASSESSED');
  });

  it('keeps its place when an offer is declined', () => {
    const offer = { caseId: 'c1', classId: 'las-2', accepted: false };
    expect(waiting().accepts('record-place-offer', offer, centre).stage).toBe('WAITING');
  });
});

it('a death leaves nothing to wait for but the closing (I-10)', () => {
  const story = waiting();
  story.accepts('import-inmate', importing, prison);
  story.accepts('record-death', { diedOn: '2026-06-01' }, prison);
  story.until('2027-06-01T09:00');
  expect(story.types).not.toContain('WaitingListExpired');
  const closing = { caseId: 'c1', reason: 'WITHDREW' };
  expect(story.send('close-referral', closing, centre).refusal?.code).toBe('CLOSING_REASON_UNFIT');
  story.accepts('close-referral', { caseId: 'c1', reason: 'DEATH' }, centre);
  expect(story.stage).toBe('CLOSED');
});

const prison: Actor = { id: 'a-lapas', role: 'PRISON_OFFICER', office: 'lapas-medan' };
const importing = prisonSamples['import-inmate'] as JsonObject;

describe('every command in every stage', () => {
  const AT: { readonly [S in ReferralStage]: () => Referral } = {
    REFERRED: referred,
    CONSENTED: consented,
    ASSESSED: assessed,
    WAITING: waiting,
    ENROLLED: waiting,
    RETURNED_TO_REFERRER: () =>
      referred().accepts('return-referral', { caseId: 'c1', reason: 'sealed:v1:x' }, centre),
    CLOSED: () => assessed().accepts('close-referral', { caseId: 'c1', reason: 'MOVED' }, centre),
  };
  type Name = keyof ReferralCommands;
  /** Stage → command → stage; everything else about the case is refused. */
  const LEADS: { readonly [S in ReferralStage]?: { readonly [N in Name]?: ReferralStage } } = {
    REFERRED: { 'return-referral': 'RETURNED_TO_REFERRER', 'close-referral': 'CLOSED' },
    CONSENTED: {
      'note-referral-letter': 'CONSENTED',
      'return-referral': 'RETURNED_TO_REFERRER',
      'close-referral': 'CLOSED',
      'assess-accommodation': 'ASSESSED',
    },
    ASSESSED: {
      'note-referral-letter': 'ASSESSED',
      'return-referral': 'RETURNED_TO_REFERRER',
      'close-referral': 'CLOSED',
      'assess-accommodation': 'ASSESSED',
      'plan-accommodation': 'ASSESSED',
      'put-on-waiting-list': 'WAITING',
    },
    WAITING: {
      'note-referral-letter': 'WAITING',
      'close-referral': 'CLOSED',
      'assess-accommodation': 'WAITING',
      'plan-accommodation': 'WAITING',
      'record-place-offer': 'WAITING',
    },
    RETURNED_TO_REFERRER: {},
    CLOSED: {},
  };
  const OF_THE_PERSON: readonly string[] = ['receive-referral', 'give-consent', 'withdraw-consent'];
  const names = (Object.keys(referralPart.handlers) as Name[]).filter(
    (name) => !OF_THE_PERSON.includes(name),
  );
  const stages = Object.keys(LEADS) as ReferralStage[];

  it.each(stages.flatMap((stage) => names.map((name) => [stage, name] as const)))(
    'at %s: %s',
    (stage, name) => {
      const story = AT[stage]();
      expect(story.stage).toBe(stage);
      const { outcome } = story.send(name, (referralSamples[name] ?? {}) as JsonObject, centre);
      expect(outcome === 'accepted' ? story.stage : undefined).toBe(LEADS[stage]?.[name]);
    },
  );

  it('has a picture that matches its table', () => {
    expect(Object.keys(REFERRAL_MOVES).sort()).toEqual(Object.keys(AT).sort());
  });
});
