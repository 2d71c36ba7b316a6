/**
 * What a person has only once, and two records had each for itself: joined at a merge, and given back to each
 * as it was, with what was said meanwhile (G-03).
 */
import type { EmploymentState } from '../employment/state.ts';
import type { JourneyState } from '../state.ts';
import type { CarriedState } from './carried.ts';

type Identity = Pick<JourneyState, 'provisional' | 'identityWarnings' | 'diedOn'>;
/** Of the job seeker; placements and proposals are many, and go by their ids. */
type Seeker = Pick<EmploymentState, 'office' | 'zone' | 'candidateId' | 'card' | 'availability'>;
type Answers = { readonly [key: string]: boolean };

export interface Once extends Identity {
  readonly seeker: Seeker;
  readonly consents: JourneyState['referral']['consents'];
  readonly eligibility: Answers;
}

export const onceOf = ({
  provisional,
  identityWarnings,
  diedOn,
  referral,
  employment,
}: CarriedState | JourneyState): Once => {
  const { office, zone, candidateId, card, availability, eligibility } = employment;
  return {
    ...{ provisional, identityWarnings, diedOn, consents: referral.consents, eligibility },
    seeker: { office, zone, candidateId, card, availability },
  };
};

/** What either record says no to is no. */
const eitherNo = (mine: Answers, theirs: Answers): Answers =>
  Object.fromEntries(
    [...new Set([...Object.keys(mine), ...Object.keys(theirs)])].map((key) => [
      key,
      (mine[key] ?? true) && (theirs[key] ?? true),
    ]),
  );

/** The own record goes first where there are two of a thing; whoever holds a card has an office. */
export const joinedOnce = (mine: Once, theirs: Once): Once => ({
  provisional: mine.provisional && theirs.provisional,
  identityWarnings: [...new Set([...mine.identityWarnings, ...theirs.identityWarnings])],
  diedOn: mine.diedOn ?? theirs.diedOn,
  consents: eitherNo(mine.consents, theirs.consents),
  eligibility: eitherNo(mine.eligibility, theirs.eligibility),
  seeker: {
    ...(mine.seeker.office === null ? theirs.seeker : mine.seeker),
    candidateId: mine.seeker.candidateId ?? theirs.seeker.candidateId,
  },
});

/** As a record had them, but for what was said since the merge; `takes`: whether it hears of that answer. */
const answersBack = (
  own: Answers,
  atMerge: Answers,
  now: Answers,
  takes: (answer: boolean) => boolean,
): Answers => {
  const meanwhile = Object.entries(now).filter(([key, answer]) => atMerge[key] !== answer && takes(answer));
  return { ...own, ...Object.fromEntries(meanwhile) };
};

/** A no that was said meanwhile holds for both; a yes for the record that stayed, which heard it. */
export function partedOnce(now: Once, mine: Once, theirs: Once): { rest: Once; returned: Once } {
  const atMerge = joinedOnce(mine, theirs);
  const wasTheirs = mine.seeker.office === null && theirs.seeker.office !== null;
  const { candidateId } = now.seeker;
  const seeker = {
    ...now.seeker,
    candidateId: candidateId === theirs.seeker.candidateId ? mine.seeker.candidateId : candidateId,
  };
  const back = (own: Once, takes: (answer: boolean) => boolean) => ({
    ...{ provisional: own.provisional, identityWarnings: own.identityWarnings, diedOn: own.diedOn },
    consents: answersBack(own.consents, atMerge.consents, now.consents, takes),
    eligibility: answersBack(own.eligibility, atMerge.eligibility, now.eligibility, takes),
  });
  return {
    rest: { ...back(mine, () => true), seeker: wasTheirs ? mine.seeker : seeker },
    returned: {
      ...back(theirs, (answer) => !answer),
      seeker: wasTheirs ? { ...now.seeker, candidateId: theirs.seeker.candidateId } : theirs.seeker,
    },
  };
}
