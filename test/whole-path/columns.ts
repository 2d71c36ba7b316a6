/** The five columns of I.6b, read off a life: what stands in each, and its words. */
import type { Life } from './whole-life.ts';

export const COLUMNS = ['obligation', 'enrolment', 'assessment', 'certificate', 'placement'] as const;
export type Column = (typeof COLUMNS)[number];

/** All that a life holds of a column: where the table says 'none', nothing of it may differ. */
export function holdings({ path }: Life, person = 'ani'): { readonly [C in Column]: unknown } {
  const { cases, sessions, training, assessment, employment } = path.journeyOf(person);
  return {
    obligation: { cases, sessions },
    enrolment: { training, klass: path.klass('k1') },
    assessment: assessment.assessments,
    certificate: { held: assessment.certificates, certificate: path.certificate(`t-${person}`) },
    placement: employment,
  };
}

const obligation = ({ path }: Life, person: string): string => {
  const found = path.journeyOf(person).cases.c1;
  if (found === undefined) return 'no case';
  const { stage, creditedMinutes, orderedMinutes, execution, office } = found;
  return `${stage} ${creditedMinutes}/${orderedMinutes} until ${execution?.windowEndsAt?.date} ${office}`;
};

/** Stage, units, why it stands still; and what the class knows of the seat. */
const enrolment = ({ path }: Life, person: string): string => {
  const found = path.journeyOf(person).training.enrolments[`e-${person}`];
  if (found === undefined) return 'no enrolment';
  const { stage, achievedUnits, suspension, conflict, priority } = found;
  const seat = path.klass('k1').seats[`e-${person}`]?.status ?? 'GIVEN BACK';
  const more = [suspension?.reason, conflict ? 'conflict' : null, priority ? 'first place' : null];
  return [stage, achievedUnits.join(' '), ...more, `seat ${seat}`].filter((word) => word != null).join(' ');
};

const assessment = ({ path }: Life, person: string): string => {
  const found = path.journeyOf(person).assessment.assessments[`b-${person}`];
  if (found === undefined) return 'no assessment';
  const on = found.attempts.at(-1)?.test?.on ?? 'no day';
  return `${found.stage} ${on}${found.placeToConfirm ? ' place to confirm' : ''}`;
};

const certificate = ({ path }: Life, person: string): string => {
  const held = path.journeyOf(person).assessment.certificates[`t-${person}`];
  const { status, holderDiedOn } = path.certificate(`t-${person}`);
  return `${held?.status} ${status}${holderDiedOn === null ? '' : ` holder died ${holderDiedOn}`}`;
};

const placement = ({ path }: Life, person: string): string => {
  const { placements, proposals } = path.journeyOf(person).employment;
  const words = Object.values(placements).map(({ ended, checks, flags }) =>
    [
      ended === null ? 'RUNNING' : `ENDED ${ended.on} ${ended.reason}`,
      `checks ${checks.flatMap(({ day, cancelled }) => (cancelled ? [] : [day])).join(' ') || 'cancelled'}`,
      ...flags.map(({ flag }) => flag),
    ].join(' '),
  );
  const asked = Object.values(proposals).map(({ stage }) => `proposal ${stage}`);
  return [...words, ...asked].join(', ') || 'nothing';
};

const WORDS = { obligation, enrolment, assessment, certificate, placement };

export const wordsOf = (life: Life, column: Column, person = 'ani'): string => WORDS[column](life, person);
