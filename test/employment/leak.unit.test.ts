/**
 * Whatever route a life came by, nothing of it is in what matching and employers read (G-08, I-8, S49,
 * S52). What must not appear is taken from the state itself: every word of its cases.
 */
import { describe, expect, it } from 'vitest';
import { createCandidateTokens } from '../../src/api/candidate-tokens.ts';
import { partViews } from '../../src/api/part-views/index.ts';
import { proposalAnswer } from '../../src/api/proposal-answer.ts';
import { candidateView } from '../../src/api/routes/candidates.ts';
import type { JsonObject } from '../../src/domain/decider.ts';
import type { CandidateRow } from '../../src/projections/candidate-list.ts';
import { candidateRowOf, proposalRowsOf } from '../../src/projections/candidate-rows.ts';
import { createKeyedHashes } from '../../src/vault/keyed-hash.ts';
import { singleMasterKey } from '../../src/vault/master-key.ts';
import { ruling } from '../journey/way.ts';
import { CANDIDATE, EmploymentWorld, employer, officer, person, staff, warden } from './employment-world.ts';

const baznas = { id: 'a-baznas', role: 'REFERRAL_OFFICER', office: 'baznas' } as const;
const inmate = {
  registerNumber: 'BI.123/2026',
  sentence: { kind: 'TERM', startedOn: '2026-01-05', months: 24, days: 0 },
  stageDates: { oneThird: '2026-09-05', half: '2027-01-05', twoThirds: '2027-05-05', expiry: '2028-01-05' },
  probationOffice: 'bapas-medan',
  generalRemissions: 0,
};
const referral = {
  centre: 'bbpvp-medan',
  purpose: 'PLACEMENT',
  cohort: 'baznas-1000',
  needs: ['SCREEN_READER'],
};

/** Looks for work with a certificate, after all three entrances. */
const everyRoute = () =>
  new EmploymentWorld('2026-08-10T09:00', true)
    .accepts('register-ruling', ruling() as unknown as JsonObject, staff)
    .accepts('import-inmate', inmate, warden)
    .accepts('receive-referral', referral, baznas)
    .card()
    .consents('MATCHING')
    // On no day that any of the cases waits for.
    .available({ from: '2026-08-19' });

/** Every word and number of the cases, as text. */
function wordsOf(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value === 'string' && value.length > 1) found.add(value);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      if (/^[csop]\d+$/.test(key)) found.add(key);
      wordsOf(item, found);
    }
  }
  return found;
}

const rowOf = (story: EmploymentWorld) => candidateRowOf(story.state, 'live');
const asRead = (row: ReturnType<typeof rowOf>): CandidateRow =>
  ({
    ...{ candidateId: CANDIDATE, units: row?.units, schemes: row?.schemes, certificates: row?.certificates },
    ...{ regencies: row?.regencies, sectors: row?.sectors, availableFrom: row?.available_from },
    ...{ wageFloorRupiah: row?.wage_floor_rupiah, needs: row?.needs, disability: row?.disability },
  }) as CandidateRow;

describe('what employers and placement officers read', () => {
  it('has exactly these columns', () => {
    expect(Object.keys(rowOf(everyRoute()) ?? {}).sort()).toEqual([
      ...['available_from', 'candidate_id', 'certificates', 'disability', 'needs', 'office', 'regencies'],
      ...['schemes', 'sectors', 'units', 'wage_floor_rupiah', 'world'],
    ]);
  });

  it('says nothing of a case, a prison, a prosecutor or a referrer', () => {
    const story = everyRoute().proposed();
    const { cases, prison, referral: referred } = story.state;
    const words = wordsOf({ cases, prison: prison.cases, referral: referred.cases });
    for (const known of ['kejari-medan', 'lapas-medan', 'bapas-medan', 'baznas', 'BI.123/2026', 'c1', 'c3']) {
      expect([...words]).toContain(known);
    }
    const row = rowOf(story);
    const read = asRead(row);
    const employerToken = 'f'.repeat(32);
    const shown = JSON.stringify([
      row,
      proposalRowsOf(story.state, 'live'),
      ...[employer, officer].map((actor) => candidateView(read, actor, employerToken)),
    ]);
    expect(shown).toContain('las-smaw');
    // Words of the zone and of the clock stand everywhere and tell nothing.
    const telling = [...words].filter((word) => !['WIB', 'NONE'].includes(word));
    expect(telling.length).toBeGreaterThan(30);
    expect(telling.filter((word) => shown.includes(`"${word}"`))).toEqual([]);
    expect(shown).not.toContain('orang');
    for (const word of ['route', 'facility', 'caseId', 'case_id', 'personId', 'person_id', 'nik', 'origin']) {
      expect(shown.toLowerCase()).not.toContain(`"${word.toLowerCase()}"`);
    }
  });

  it('is the same for three lives that came by different doors', () => {
    const doors = [
      (story: EmploymentWorld) => story.accepts('register-ruling', ruling() as unknown as JsonObject, staff),
      (story: EmploymentWorld) => story.accepts('import-inmate', inmate, warden),
      (story: EmploymentWorld) => story.accepts('receive-referral', referral, baznas),
      (story: EmploymentWorld) => story,
    ];
    const rows = doors.map((enter) => rowOf(enter(new EmploymentWorld('2026-08-10T09:00', true)).seeking()));
    expect(rows[0]).toBeDefined();
    for (const row of rows) expect(row).toEqual(rows[0]);
  });

  it('answers an employer without stream, version or person, also when it says no', () => {
    const story = everyRoute().proposed();
    const answered = (name: string, data: JsonObject) => {
      const answer = story.send(name, { proposalId: 'w1', ...data }, employer);
      const full = { ...answer, commandId: 'client:0:key', stream: 'journey/orang', warnings: [] };
      const events = story.world.eventsOf('journey/orang').slice(-1);
      return { answer: { ...full, events } as never, personId: 'orang', world: 'live' };
    };
    const yes = proposalAnswer(answered('invite-candidate', {}), 'proposal/w1');
    expect(yes).toEqual({
      ...{ outcome: 'accepted', commandId: 'client:0:key', proposalId: 'w1', recorded: ['CandidateInvited'] },
      ...{ recordedAt: '2026-08-10T02:00:00.000Z', warnings: [] },
    });
    expect(() => proposalAnswer(answered('offer-job', {}), 'proposal/w1')).toThrow(
      expect.objectContaining({
        extras: { receipt: expect.objectContaining({ stream: 'proposal/w1', decisionHash: null }) },
      }),
    );
  });
});

describe('S52: the consent to disclose a disability is withdrawn', () => {
  it('the fields leave every view at once; matching goes on, and nothing past is undone', () => {
    const story = new EmploymentWorld().card().consents('MATCHING', 'DISCLOSE_DISABILITY');
    story.available({ needs: ['SIGN_LANGUAGE_INTERPRETER'] }).proposed();
    expect(candidateView(asRead(rowOf(story)), employer, 't')).toMatchObject({
      ...{ needs: ['SIGN_LANGUAGE_INTERPRETER'], disability: true },
    });
    expect(proposalRowsOf(story.state, 'live')[0]).toMatchObject({ disability: true });
    const past = story.types.length;
    story.accepts('withdraw-consent', { purpose: 'DISCLOSE_DISABILITY', stopsTraining: false }, person);
    const view = candidateView(asRead(rowOf(story)), employer, 't');
    expect(Object.keys(view)).not.toContain('needs');
    expect(Object.keys(view)).not.toContain('disability');
    expect(rowOf(story)).toMatchObject({ needs: [], disability: false });
    expect(proposalRowsOf(story.state, 'live')[0]).toMatchObject({ disability: false, stage: 'PROPOSED' });
    expect(story.types.slice(0, past)).toContain('AvailabilitySet');
  });
});

describe('who is in the list', () => {
  it('looks for work now, reported, and agreed to be matched', () => {
    const story = new EmploymentWorld().card().available();
    expect(rowOf(story)).toBeUndefined();
    expect(rowOf(story.consents('MATCHING'))).toBeDefined();
    expect(rowOf(new EmploymentWorld().seeking().employed('2026-08-10'))).toBeUndefined();
    expect(rowOf(new EmploymentWorld().seeking().at('2027-03-11T09:00'))).toBeUndefined();
    expect(rowOf(new EmploymentWorld().seeking().accepts('import-inmate', inmate, warden))).toBeUndefined();
  });

  it('S32: to the employer who took the person, they are no longer available: one word for every reason', () => {
    const ended = (end: (story: EmploymentWorld) => unknown) => {
      const story = new EmploymentWorld().seeking().proposed().taken();
      story.employed('2026-08-10', { proposalId: 'w1' });
      expect(proposalRowsOf(story.state, 'live')[0]).toMatchObject({ available: true, working: true });
      end(story);
      return proposalRowsOf(story.state, 'live')[0];
    };
    const resigned = { placementId: 'p1', endedOn: '2026-08-10', reason: 'RESIGNED' };
    const quit = ended((story) => story.accepts('end-placement', resigned));
    const custody = ended((story) => story.accepts('import-inmate', inmate, warden));
    expect(quit).toMatchObject({ available: false, working: false, stage: 'ACCEPTED' });
    expect(custody).toEqual(quit);
  });
});

describe('the journey’s own view', () => {
  const views = (role: string, office: string) =>
    partViews({ id: 'a', role, office } as never, everyRoute().proposed().state).employment as
      | { eligibility?: object; proposals?: unknown[]; candidateId?: string }
      | undefined;

  it('of looking for work is for the person, the own placement office and the auditor', () => {
    expect(views('PERSON', 'orang')?.proposals).toHaveLength(1);
    expect(views('AUDITOR', 'inspektorat')).toHaveProperty('eligibility');
    expect(views('PLACEMENT_OFFICER', 'disnaker-medan')).not.toHaveProperty('eligibility');
    expect(views('PLACEMENT_OFFICER', 'disnaker-bandung')).toBeUndefined();
    for (const role of ['EXECUTING_PROSECUTOR', 'PRISON_OFFICER', 'PROBATION_COUNSELLOR', 'EMPLOYER']) {
      expect(views(role, 'kejari-medan')).toBeUndefined();
    }
  });
});

describe('tokens', () => {
  const hashes = createKeyedHashes(singleMasterKey(Buffer.alloc(32, 7)));
  const tokens = createCandidateTokens(hashes.requestHash);

  it('are the reader’s own: no two can tell from them that they saw the same person', () => {
    const [one, other] = ['bengkel', 'hotel'].map((reader) => tokens.tokenOf(reader, CANDIDATE));
    expect(one).not.toBe(other);
    expect(one).toMatch(/^[0-9a-f]{32}$/);
    expect(tokens.candidateOf('bengkel', one as string)).toBe(CANDIDATE);
    expect(tokens.candidateOf('hotel', one as string)).toBeUndefined();
    expect(tokens.tokenOf('bengkel', CANDIDATE)).toBe(one);
    expect(tokens.saltOf('bengkel')).not.toBe(tokens.saltOf('hotel'));
  });

  it('that somebody made up open nothing', () => {
    for (const made of ['', 'x', '0'.repeat(32), 'f'.repeat(32), CANDIDATE]) {
      expect(tokens.candidateOf('bengkel', made)).toBeUndefined();
    }
  });

  it('depend on the key of the vault', () => {
    const elsewhere = createKeyedHashes(singleMasterKey(Buffer.alloc(32, 8)));
    const token = tokens.tokenOf('bengkel', CANDIDATE);
    expect(createCandidateTokens(elsewhere.requestHash).candidateOf('bengkel', token)).toBeUndefined();
  });
});
