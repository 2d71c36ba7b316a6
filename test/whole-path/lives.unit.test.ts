/** What holds in every life over all routes, whatever is sent in whatever order, and whoever looks at it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { VerifiedActor } from '../../src/access/reach.ts';
import { ENTITY_KINDS } from '../../src/api/entity-kinds/index.ts';
import { assessmentShown, seesAssessment } from '../../src/api/part-views/assessment.ts';
import { partViews } from '../../src/api/part-views/index.ts';
import type { JourneyState } from '../../src/domain/journey/state.ts';
import { isRefusalCode } from '../../src/domain/law/refusals.ts';
import { isWarningCode } from '../../src/domain/law/warnings.ts';
import { candidateRowOf, proposalRowsOf } from '../../src/projections/candidate-rows.ts';

import { anyChoices, anyDice, anyLife, PEOPLE, turn } from './any-life.ts';
import {
  ASSESSOR,
  EMPLOYER,
  INSTRUCTOR,
  OFFICER,
  REGISTRAR,
  VERIFIER,
  type WholePath,
} from './whole-life.ts';

/** One seed for all of these; a failure prints it together with its path. */
const SEED = 20_260_610;
const COMPUTED = ['DeadlineArmed', 'DeadlineCancelled', 'DeadlineFired'];

/** Days that a merge found over the limit: listed, and nothing taken back (I.6b). */
const listedDays = (path: WholePath, person: string): Set<string> =>
  new Set(
    path.world
      .eventsOf(`journey/${person}`)
      .flatMap(({ type, data }) =>
        type === 'PersonMerged'
          ? (data as { daysOverLimit: { date: string }[] }).daysOverLimit.map(({ date }) => date)
          : [],
      ),
  );

function checkLimits(path: WholePath): void {
  for (const person of PEOPLE) {
    const perDay = new Map<string, number>();
    for (const { credited, toward } of Object.values(path.journeyOf(person).sessions)) {
      if (toward === 'MEASURE') continue;
      for (const [date, minutes] of Object.entries(credited)) {
        perDay.set(date, (perDay.get(date) ?? 0) + minutes);
      }
    }
    const listed = listedDays(path, person);
    for (const [date, minutes] of perDay) if (!listed.has(date)) expect(minutes).toBeLessThanOrEqual(480);
  }
  const { seats, plan } = path.klass('k1');
  expect(Object.keys(seats).length).toBeLessThanOrEqual(plan?.capacity ?? 0);
}

/** Nobody who is dead or merged away waits for more than the clocks that I-10 leaves. */
function checkClocks(path: WholePath): void {
  for (const person of PEOPLE) {
    const { diedOn } = path.journeyOf(person);
    if (diedOn === null) continue;
    for (const waiting of path.journeyWaits(person)) {
      expect(waiting).toMatch(/retention-end|rights-request-answer|data-breach-escalation/);
    }
  }
}

const OUTSIDERS: readonly VerifiedActor[] = [EMPLOYER, INSTRUCTOR, ASSESSOR, VERIFIER, OFFICER];
const SECRETS =
  /p-rahasia|"c\d+"|lapas|rutan|kejari|bapas|dinsos|baznas|kemensos|BI\.123|B\.I x|INMATE|PRISON|CUSTODY|RELEASE|ESCAPE|TRANSFER|DISCIPLINE|LOCKDOWN|RULING|PRIMARY_85|TRAINING_REFERRAL|caseId|personId|referrer|registerNumber/;

/** All that an outsider can be shown of these people, by any view. */
function shownTo(actor: VerifiedActor, path: WholePath): unknown[] {
  const states: JourneyState[] = PEOPLE.map((person) => path.journeyOf(person));
  const [classes, certificates] = ENTITY_KINDS;
  const klass = classes?.view(actor, path.klass('k1')) as { hostFacility?: unknown; deliveryMode?: unknown };
  // Where a class is held is known to whoever teaches it.
  const { hostFacility: _place, deliveryMode: _mode, ...taught } = klass ?? {};
  return [
    taught,
    ...states.flatMap((state) => [
      partViews(actor, state),
      Object.values(state.assessment.assessments)
        .filter((found) => seesAssessment(actor, found))
        .map((found) => assessmentShown(actor, found)),
      Object.keys(state.assessment.certificates).map((id) => certificates?.view(actor, path.certificate(id))),
      candidateRowOf(state, 'live'),
      proposalRowsOf(state, 'live'),
    ]),
  ];
}

function tellBreaches(path: WholePath, person: string): void {
  for (const { breachId } of path.journeyOf(person).keeping.breaches) {
    for (const told of ['PERSON', 'AGENCY']) {
      path.send(`journey/${person}`, 'notify-data-breach', { breachId, told }, REGISTRAR);
    }
  }
}

const accepted = new Set<string>();
const reached = new Set<string>();

describe('any life', () => {
  it('holds together, over all routes', () => {
    fc.assert(
      fc.property(anyChoices, fc.array(anyDice, { minLength: 20, maxLength: 50 }), (choices, dices) => {
        const path = anyLife(choices);
        for (const dice of dices) {
          for (const { name, answer } of turn(path, dice)) {
            if (answer.outcome === 'accepted') accepted.add(name);
            else expect(isRefusalCode(answer.refusal?.code ?? ''), answer.refusal?.code).toBe(true);
            for (const { code } of answer.warnings) expect(isWarningCode(code), code).toBe(true);
          }
          checkLimits(path);
        }
        checkClocks(path);
        for (const actor of OUTSIDERS) {
          expect(JSON.stringify(shownTo(actor, path))).not.toMatch(SECRETS);
        }
        // Every deadline that is armed is answered when its time comes, by whoever asked for it. A breach that
        // nobody tells of is escalated every day for ever.
        for (const person of PEOPLE) tellBreaches(path, person);
        path.at('2038-01-01T00:00');
        for (const person of PEOPLE) {
          const stream = `journey/${person}`;
          for (const { type } of path.world.eventsOf(stream)) reached.add(type);
          const { entity } = path.world.knownAt(stream, path.world.now);
          expect(entity.domain).toEqual(path.journeyOf(person));
          expect(JSON.parse(JSON.stringify(entity.domain))).toEqual(entity.domain);
        }
      }),
      { seed: SEED, numRuns: 24 },
    );
  });

  it('is reached by the dice in most of what there is', () => {
    expect(accepted.size).toBeGreaterThan(70);
    const told = [...reached].filter((type) => !COMPUTED.includes(type));
    expect(told.length).toBeGreaterThan(110);
  });

  it('can be merged with another and taken apart again, and nothing is lost on the way', () => {
    fc.assert(
      fc.property(anyChoices, fc.array(anyDice, { minLength: 10, maxLength: 30 }), (choices, dices) => {
        const path = anyLife(choices);
        for (const dice of dices) turn(path, dice, ['merge-person']);
        // What is due already is over before the two records meet.
        path.world.advance(path.world.now);
        const [one, other] = PEOPLE;
        const before = [path.journeyOf(one), path.journeyOf(other)];
        const reason = { otherPersonId: other, reason: 'sealed:v1:x' };
        path.accepts(`journey/${one}`, 'merge-person', reason, REGISTRAR);
        if (path.told(`journey/${one}`).at(-1) === 'PersonMergeRefused') return;
        path.accepts(`journey/${one}`, 'unmerge-person', reason, REGISTRAR);
        const after = [path.journeyOf(one), path.journeyOf(other)];
        expect(after.map(comparable)).toEqual(before.map(comparable));
      }),
      { seed: SEED + 1, numRuns: 14 },
    );
  });
});

/** Plans lose their places at a merge, a double seat is given back, and ordinals are never given twice. */
function comparable(state: JourneyState) {
  const { cases, training, employment, keeping: _kept, caseCount: _c, sessionCount: _s, ...rest } = state;
  const { placementCount: _p, ...seeker } = employment;
  const { enrolments, ...offers } = training;
  return {
    ...rest,
    cases: Object.fromEntries(Object.entries(cases).map(([id, found]) => [id, { ...found, plan: null }])),
    employment: seeker,
    ...offers,
    enrolments: Object.keys(enrolments),
  };
}
