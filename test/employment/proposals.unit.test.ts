/** Proposals: every move from every stage, who may answer, openings, exclusions, consent. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/domain/decider.ts';
import type { ProposalStage } from '../../src/domain/journey/employment/events.ts';
import { PROPOSAL_MOVES, PROPOSAL_STAGES } from '../../src/domain/journey/employment/proposal-moves.ts';
import { proposalHandlers } from '../../src/domain/journey/employment/proposals.ts';
import {
  EmploymentWorld,
  employer,
  officer,
  otherEmployer,
  person,
  prosecutor,
  vacancy,
  warden,
} from './employment-world.ts';

const source = readFileSync(
  new URL('../../src/domain/journey/employment/proposal-moves.ts', import.meta.url),
  'utf8',
);

const proposalId = 'w1';
const ANSWERS: readonly (readonly [ProposalStage, string, JsonObject, typeof employer])[] = [
  ['INVITED', 'invite-candidate', { proposalId }, employer],
  ['INTERVIEWED', 'record-interview', { proposalId, heldOn: '2026-08-10' }, employer],
  ['OFFERED', 'offer-job', { proposalId }, employer],
  ['ACCEPTED', 'accept-candidate', { proposalId }, employer],
  ['DECLINED', 'decline-candidate', { proposalId, reason: 'SKILLS_DIFFER' }, employer],
  ['WITHDRAWN', 'withdraw-proposal', { proposalId, reason: 'PERSON_DECLINED' }, person],
];

/** Shortest ways, written out: not from the table that is tested. */
const WAYS: { readonly [stage in ProposalStage]: readonly ProposalStage[] } = {
  PROPOSED: [],
  INVITED: ['INVITED'],
  INTERVIEWED: ['INVITED', 'INTERVIEWED'],
  OFFERED: ['INVITED', 'INTERVIEWED', 'OFFERED'],
  ACCEPTED: ['INVITED', 'INTERVIEWED', 'OFFERED', 'ACCEPTED'],
  DECLINED: ['DECLINED'],
  WITHDRAWN: ['WITHDRAWN'],
};

const answer = (story: EmploymentWorld, to: ProposalStage) => {
  const [, name, data, actor] = ANSWERS.find(([stage]) => stage === to) as (typeof ANSWERS)[number];
  return story.send(name, data, actor);
};
const inStage = (stage: ProposalStage): EmploymentWorld => {
  const story = new EmploymentWorld().seeking().proposed();
  for (const step of WAYS[stage]) answer(story, step);
  expect(story.proposal().stage).toBe(stage);
  return story;
};

describe('the stages of a proposal', () => {
  it('are drawn as they are coded', () => {
    const drawn = [...source.matchAll(/^ \* {3}(\S+) --> (\S+)$/gm)]
      .map(([, from, to]) => `${from} --> ${to}`)
      .filter((move) => !move.includes('[*]'));
    const coded = PROPOSAL_STAGES.flatMap((from) => PROPOSAL_MOVES[from].map((to) => `${from} --> ${to}`));
    expect(drawn).toHaveLength(13);
    expect(drawn.sort()).toEqual(coded.sort());
  });

  const cells = PROPOSAL_STAGES.flatMap((from) => ANSWERS.map(([to]) => [from, to] as const));
  it.each(cells)('from %s to %s: as the table says, and nothing else', (from, to) => {
    const story = inStage(from);
    const { outcome, refusal } = answer(story, to);
    if (PROPOSAL_MOVES[from].includes(to)) {
      expect(outcome).toBe('accepted');
      expect(story.proposal().stage).toBe(to);
    } else {
      expect(refusal?.code).toBe('PROPOSAL_WRONG_STAGE');
      expect(story.proposal().stage).toBe(from);
    }
  });
});

describe('who is proposed', () => {
  const propose = (story: EmploymentWorld) =>
    story.refusalOf('propose-candidate', { vacancyId: 'las-1', proposalId });

  it('has a card, is active, agreed to be matched, and said when and where', () => {
    const story = new EmploymentWorld();
    expect(propose(story)).toBe('JOB_SEEKER_CARD_MISSING');
    expect(propose(story.card())).toBe('CONSENT_MISSING');
    expect(propose(story.consents('MATCHING'))).toBe('AVAILABILITY_MISSING');
    expect(propose(story.available().at('2027-03-12T09:00'))).toBe('JOB_SEEKER_INACTIVE');
    story.accepts('report-job-seeker', { reportedOn: '2027-03-12' });
    expect(propose(story)).toBeUndefined();
    expect(story.refusalOf('propose-candidate', { vacancyId: 'las-1', proposalId: 'w2' })).toBe(
      'PROPOSAL_OPEN',
    );
  });

  it('is not proposed for what is closed or unknown', () => {
    const story = new EmploymentWorld().seeking();
    expect(story.refusalOf('propose-candidate', { vacancyId: 'none', proposalId })).toBe('VACANCY_UNKNOWN');
    story.toRegister('vacancy/las-1', 'withdraw-vacancy', {});
    expect(propose(story)).toBe('VACANCY_CLOSED');
  });

  it('leaves matching with the consent: what is open ends, and employers hear no reason', () => {
    const story = new EmploymentWorld().seeking().proposed();
    story.accepts('withdraw-consent', { purpose: 'MATCHING', stopsTraining: false }, person);
    expect(story.proposal().stage).toBe('WITHDRAWN');
    expect(propose(story)).toBe('CONSENT_MISSING');
  });
});

describe('a legal exclusion', () => {
  const exclusions = [{ key: 'UU_35_2014', article: 'UU 35/2014' }];
  const guarded = (story: EmploymentWorld) => {
    story.toRegister('vacancy/anak', 'report-vacancy', vacancy({ exclusions }));
    return story;
  };
  const propose = (story: EmploymentWorld) =>
    story.send('propose-candidate', { vacancyId: 'anak', proposalId }).refusal;
  const eligible = { caseId: 'c1', exclusionKey: 'UU_35_2014' };
  const inmate = {
    registerNumber: 'BI.1/2026',
    sentence: { kind: 'TERM', startedOn: '2026-01-05', months: 24, days: 0 },
    stageDates: { oneThird: '2026-09-05', half: '2027-01-05', twoThirds: '2027-05-05', expiry: '2028-01-05' },
    probationOffice: 'bapas-medan',
    generalRemissions: 0,
  };
  const withCase = () => guarded(new EmploymentWorld().accepts('import-inmate', inmate, warden).seeking());

  it('keeps out who was answered no, without a reason', () => {
    const answeredNo = withCase().accepts('record-eligibility', { ...eligible, eligible: false }, warden);
    expect(propose(answeredNo)).toEqual({ code: 'NOT_ELIGIBLE', parameters: {} });
  });

  it('an unanswered question tells nobody that there is a case: it is asked, and work waits for the answer', () => {
    expect(propose(withCase())).toEqual(propose(guarded(new EmploymentWorld().seeking())));
  });

  it('lets in who was answered yes', () => {
    const answeredYes = withCase().accepts('record-eligibility', { ...eligible, eligible: true }, warden);
    expect(propose(answeredYes)).toBeUndefined();
  });

  it('keeps out nobody who has no case', () => {
    expect(propose(guarded(new EmploymentWorld().seeking()))).toBeUndefined();
  });

  it('is answered by the office of the case alone', () => {
    const story = withCase();
    expect(story.refusalOf('record-eligibility', { ...eligible, eligible: true }, prosecutor)).toBe(
      'NOT_PERMITTED',
    );
    const elsewhere = { ...warden, office: 'lapas-selong' };
    expect(story.refusalOf('record-eligibility', { ...eligible, eligible: true }, elsewhere)).toBe(
      'NOT_PERMITTED',
    );
  });
});

describe('an employer', () => {
  it('answers its own proposals; others do not exist for it', () => {
    const story = new EmploymentWorld().seeking().proposed();
    expect(story.refusalOf('invite-candidate', { proposalId }, otherEmployer)).toBe('PROPOSAL_UNKNOWN');
    expect(story.refusalOf('invite-candidate', { proposalId: 'w9' }, employer)).toBe('PROPOSAL_UNKNOWN');
  });

  it('cannot take more people than it has openings; one that never began is free again', () => {
    const story = inStage('OFFERED');
    const other = 'journey/lain';
    story.accepts('register-person', { provisional: true, identityWarnings: [] }, person, other);
    story.accepts(
      'issue-job-seeker-card',
      { number: 'AK1-9', issuedOn: '2026-08-10', candidateId: 'kffffffffffffffffffffffffffff' },
      officer,
      other,
    );
    story.accepts('give-consent', { purpose: 'MATCHING' }, person, other);
    const free = {
      from: '2026-08-17',
      regencies: ['Kota Medan'],
      sectors: [],
      needs: [],
      wageFloorRupiah: null,
    };
    story.accepts('set-availability', free, officer, other);
    story.accepts('propose-candidate', { vacancyId: 'las-1', proposalId: 'w7' }, officer, other);
    for (const name of ['invite-candidate', 'record-interview', 'offer-job']) {
      const data = { proposalId: 'w7', ...(name === 'record-interview' ? { heldOn: '2026-08-10' } : {}) };
      story.accepts(name, data, employer, other);
    }
    story.accepts('accept-candidate', { proposalId }, employer);
    expect(story.refusalOf('accept-candidate', { proposalId: 'w7' }, employer, other)).toBe('VACANCY_FULL');
    story.accepts('withdraw-proposal', { proposalId, reason: 'FOUND_OTHER_WORK' }, person);
    story.accepts('accept-candidate', { proposalId: 'w7' }, employer, other);
  });

  it('confirms only the employment of whom it took', () => {
    const told = { proposalId, working: true, on: '2026-08-10' };
    expect(inStage('OFFERED').refusalOf('confirm-employment', told, employer)).toBe('PROPOSAL_WRONG_STAGE');
    const story = inStage('ACCEPTED').accepts('confirm-employment', told, employer);
    expect(story.proposal().confirmed).toEqual({ working: true, on: '2026-08-10' });
  });
});

describe('a vacancy that ends', () => {
  const ended = [{ proposalId, reason: 'VACANCY_ENDED' }];

  it.each(['PROPOSED', 'INVITED', 'INTERVIEWED', 'OFFERED'] as const)('ends what is %s', (stage) => {
    for (const name of ['withdraw-vacancy', 'report-vacancy-filled']) {
      const story = inStage(stage);
      story.toRegister('vacancy/las-1', name, {});
      expect([name, story.all('ProposalWithdrawn')]).toEqual([name, ended]);
    }
  });

  it('withdrawn takes back a promise that never began, and its opening; filled keeps it', () => {
    const filled = inStage('ACCEPTED');
    filled.toRegister('vacancy/las-1', 'report-vacancy-filled', {});
    expect(filled.proposal().stage).toBe('ACCEPTED');
    filled.employed('2026-08-10', { proposalId });

    const withdrawn = inStage('ACCEPTED');
    const decision = proposalHandlers['end-proposals-of-vacancy'](
      withdrawn.state,
      { data: { vacancyId: 'las-1', reason: 'WITHDRAWN' } } as never,
      {} as never,
    );
    expect(decision).toMatchObject({
      claims: [{ kind: 'release', key: 'vacancy/las-1', holder: proposalId }],
    });
    withdrawn.toRegister('vacancy/las-1', 'withdraw-vacancy', {});
    expect(withdrawn.all('ProposalWithdrawn')).toEqual(ended);
  });

  it('ends no work that began, no answer that was given, and nothing of another vacancy', () => {
    const begun = inStage('ACCEPTED').employed('2026-08-10', { proposalId });
    begun.toRegister('vacancy/las-1', 'withdraw-vacancy', {});
    expect(begun.all('ProposalWithdrawn')).toEqual([]);
    const declined = inStage('DECLINED');
    declined.toRegister('vacancy/las-1', 'withdraw-vacancy', {});
    expect(declined.all('ProposalWithdrawn')).toEqual([]);
    const other = inStage('INVITED');
    other.toRegister('vacancy/las-2', 'report-vacancy', vacancy());
    other.toRegister('vacancy/las-2', 'withdraw-vacancy', {});
    expect(other.proposal().stage).toBe('INVITED');
  });
});

it('a program that proposes again and again is stopped before the journey outgrows its run', () => {
  const story = new EmploymentWorld().seeking();
  for (let number = 1; number <= 400; number += 1) {
    story.proposed(`w${number}`);
    story.accepts('withdraw-proposal', { proposalId: `w${number}`, reason: 'UNAVAILABLE' });
  }
  expect(story.refusalOf('propose-candidate', { vacancyId: 'las-1', proposalId: 'w401' })).toBe('TOO_MANY');
}, 60_000);
