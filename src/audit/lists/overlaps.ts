/** One person in two places at once: across sites, or at work while in custody. */
import type { JourneyState, Session } from '../../domain/journey/state.ts';
import { momentOf } from '../../domain/time/index.ts';
import type { Step } from '../life.ts';
import type { WalkedStream } from '../walk.ts';
import { type IntegrityList, type ListedRow, placeOf } from './list.ts';

const REFUSED_FOR_IT: ReadonlySet<string> = new Set(['OVERLAP', 'CLASS_TIME_CONFLICT']);
const FOUND: ReadonlySet<string> = new Set(['OverlapFound', 'EnrolmentConflictFound']);
const name = 'overlaps';

export const overlaps: IntegrityList = {
  name,
  question: {
    id: 'Apakah seseorang tercatat di dua tempat pada waktu yang sama?',
    en: 'Is one person recorded in two places at once?',
  },
  computed:
    'FOUND: events OverlapFound and EnrolmentConflictFound. REFUSED: decisions refused as OVERLAP or ' +
    'CLASS_TIME_CONFLICT. STANDING: sessions of the last state, not void, whose times on the clock of their ' +
    'zones intersect, at different sites or the same. IN_CUSTODY: work sessions that stand, on a date from the ' +
    'start of the sentence to before the release of a prison case of the same person. NOT ' +
    'COVERED: attendance in a class against work. A journey knows the timetable of its classes, by which new ' +
    'sessions are refused, and the hours of a seat when it ends; who attended on which day stands in the class ' +
    'alone, under an enrolment that names nobody.',
  watch: () => ({
    stream: (walked) => [
      ...walked.steps.flatMap((step) => toldIn(walked, step)),
      ...(walked.kind === 'journey' ? standing(walked) : []),
    ],
  }),
};

function toldIn(walked: WalkedStream, step: Step): ListedRow[] {
  const place = placeOf(walked, step);
  const code = step.decision.detail.refusal?.code;
  if (code !== undefined && REFUSED_FOR_IT.has(code)) {
    return [{ ...place, list: name, pattern: 'REFUSED', weight: 'light', version: null, details: { code } }];
  }
  return step.events
    .filter(({ type }) => FOUND.has(type))
    .map(({ type, version }) => ({
      ...{ ...place, list: name, pattern: 'FOUND', weight: 'heavy', version },
      details: { type },
    }));
}

/** Milliseconds of a session that has ended. */
const spanOf = ({ start, end, zone }: Session): readonly [number, number] | undefined =>
  end === null ? undefined : [Date.parse(momentOf(start, zone).at), Date.parse(momentOf(end, zone).at)];

function standing(walked: WalkedStream): ListedRow[] {
  const state = walked.steps.at(-1)?.after.domain as JourneyState | undefined;
  if (state === undefined) return [];
  const sessions = Object.values(state.sessions)
    .filter(({ status }) => status !== 'VOID')
    .flatMap((session) => {
      const span = spanOf(session);
      return span === undefined ? [] : [{ session, from: span[0], to: span[1] }];
    })
    .sort((a, b) => a.from - b.from);
  const rowOf = (session: Session, pattern: string, details: ListedRow['details']): ListedRow[] => {
    const step = walked.steps.find(({ events }) => events.some(({ version }) => version === session.version));
    if (step === undefined) return [];
    const { version, sessionId, siteId } = session;
    return [
      {
        ...{ ...placeOf(walked, step), list: name, pattern, weight: 'heavy', version },
        details: { sessionId, siteId, ...details },
      },
    ];
  };
  const twice = sessions.flatMap(({ session, from }, index) => {
    const other = sessions.slice(0, index).findLast(({ to }) => to > from);
    if (other === undefined) return [];
    const { sessionId, siteId } = other.session;
    return rowOf(session, 'STANDING', { otherSessionId: sessionId, otherSiteId: siteId });
  });
  const held = Object.values(state.prison.cases);
  const inside = sessions.flatMap(({ session }) => {
    const on = session.start.slice(0, 10);
    const custody = held.find(
      ({ sentence, release }) => sentence.startedOn <= on && (release === null || on < release.on),
    );
    return custody === undefined || session.kind !== 'WORK'
      ? []
      : rowOf(session, 'IN_CUSTODY', { facility: custody.facility, date: on });
  });
  return [...twice, ...inside];
}
