/** AK-1 (E-02, S50): reports, grace, expiry; counselling and availability. */
import { describe, expect, it } from 'vitest';
import { CANDIDATE, EmploymentWorld, otherOfficer, person, warden } from './employment-world.ts';

describe('S50: a report that was missed', () => {
  it('makes the job seeker inactive a month later, and any contact brings them back', () => {
    const story = new EmploymentWorld().card();
    expect(story.waitsFor).toEqual([
      '2027-02-10 job-seeker-report',
      '2027-03-10 job-seeker-inactive',
      '2028-08-10 job-seeker-card-end',
    ]);
    story.at('2027-03-10T12:00');
    expect(story.all('JobSeekerReportMissed')).toEqual([{ dueOn: '2027-02-10' }]);
    expect(story.state.employment.card?.active).toBe(true);
    story.at('2027-03-11T08:00');
    expect(story.all('JobSeekerInactivated')).toEqual([{ on: '2027-03-10' }]);
    expect(story.state.employment.card).toMatchObject({ number: 'AK1-1', active: false, expired: false });
    story.accepts('report-job-seeker', { reportedOn: '2027-03-11' }, person);
    expect(story.state.employment.card?.active).toBe(true);
    expect(story.waitsFor).toContain('2027-09-11 job-seeker-report');
    story.at('2028-08-11T08:00');
    expect(story.all('JobSeekerCardExpired')).toEqual([{ on: '2028-08-10' }]);
    expect(story.refusalOf('report-job-seeker', { reportedOn: '2028-08-11' })).toBe(
      'JOB_SEEKER_CARD_MISSING',
    );
    story.accepts('renew-job-seeker-card', { number: 'AK1-2', renewedOn: '2028-08-11' });
    expect(story.waitsFor).toContain('2030-08-11 job-seeker-card-end');
  });

  it('counselling is a contact too', () => {
    const story = new EmploymentWorld().card().at('2027-03-11T08:00');
    const held = { phase: 'AFTER_TRAINING', kind: 'BIMBINGAN_JABATAN', heldOn: '2027-03-11' };
    story.accepts('hold-counselling', held);
    expect(story.types.slice(-5)).toContain('JobSeekerReactivated');
  });

  it('is not asked of who works', () => {
    const story = new EmploymentWorld().card().employed('2026-08-10');
    expect(story.waitsFor.join()).not.toContain('job-seeker-report');
    story.at('2027-03-11T08:00');
    expect(story.state.employment.card?.active).toBe(true);
    story.accepts('end-placement', { placementId: 'p1', endedOn: '2027-03-11', reason: 'CONTRACT_ENDED' });
    expect(story.waitsFor).toContain('2027-09-11 job-seeker-report');
  });
});

describe('the placement office', () => {
  it('alone acts for the person, until it hands over to another manpower office', () => {
    const story = new EmploymentWorld().card();
    const held = { phase: 'AFTER_TRAINING', kind: 'PENYULUHAN_JABATAN', heldOn: '2026-08-10' };
    expect(story.refusalOf('hold-counselling', held, otherOfficer)).toBe('NOT_PERMITTED');
    expect(story.refusalOf('hand-over-job-seeker', { office: 'kejari-medan', on: '2026-08-10' })).toBe(
      'OFFICE_WRONG_KIND',
    );
    story.accepts('hand-over-job-seeker', { office: 'disnaker-deli-serdang', on: '2026-08-10' });
    story.accepts('hold-counselling', held, otherOfficer);
    expect(story.refusalOf('hold-counselling', held)).toBe('NOT_PERMITTED');
  });

  it('keeps needs at work only where the person agreed to disclose them', () => {
    const story = new EmploymentWorld().card();
    const asked = {
      ...{ from: '2026-08-17', regencies: ['Kota Medan'], sectors: [], needs: ['RAMP'] },
      wageFloorRupiah: null,
    };
    expect(story.refusalOf('set-availability', asked)).toBe('CONSENT_MISSING');
    story.consents('DISCLOSE_DISABILITY').accepts('set-availability', asked);
    expect(story.state.employment.availability?.needs).toEqual(['RAMP']);
  });

  it('is a manpower office: no other hands out cards', () => {
    const story = new EmploymentWorld();
    const card = { number: 'AK1-1', issuedOn: '2026-08-10', candidateId: CANDIDATE };
    expect(story.refusalOf('issue-job-seeker-card', card, warden)).toBe('OFFICE_WRONG_KIND');
    expect(story.card().refusalOf('issue-job-seeker-card', card)).toBe('ALREADY_DONE');
  });
});
