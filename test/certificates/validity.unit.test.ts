/** How long a certificate counts and when its end is announced (D-13, D-14, S45). */
import { describe, expect, it } from 'vitest';
import { CertificateWorld, noon } from './certificate-world.ts';

const TOLD = ['ExpiryReminderSent', 'ExpiryRemindersMissed', 'CertificateExpired'];

describe('the end of a certificate', () => {
  it('comes three years after issue, announced 90, 30 and 7 days before (S45)', () => {
    const world = new CertificateWorld(noon('2026-06-15'));
    expect(world.issue().events).toEqual(['CertificateIssued']);
    expect(world.state.periods).toEqual([{ from: '2026-06-15', until: '2029-06-15' }]);
    expect(world.messages[0]).toEqual({
      target: 'address/certificate/t1',
      name: 'note-certificate-issued',
      data: {
        certificateId: 't1',
        number: '62014 2512 3 0001234 2026',
        issuedOn: '2026-06-15',
        validUntil: '2029-06-15',
      },
    });
    world.passTo(noon('2029-06-15'));
    expect(world.status).toBe('EXPIRING');
    world.passTo(noon('2029-06-16'));
    expect(world.status).toBe('EXPIRED');
    expect(world.told(...TOLD)).toEqual([
      '2029-03-17 ExpiryReminderSent',
      '2029-05-16 ExpiryReminderSent',
      '2029-06-08 ExpiryReminderSent',
      '2029-06-15 CertificateExpired',
    ]);
    expect(world.messages.slice(1).map(({ data }) => [data.status, data.on])).toEqual([
      ['EXPIRING', '2029-03-17'],
      ['EXPIRED', '2029-06-15'],
    ]);
    expect(world.entity.armed).toEqual({});
  });

  it('falls on the last second of the day at the place of issue', () => {
    const world = new CertificateWorld('2026-06-15T16:00:00.000Z');
    world.issue({ zone: 'WIT' });
    expect(world.told('CertificateIssued')).toEqual(['2026-06-16 CertificateIssued']);
    world.passTo('2029-06-15T14:59:58.000Z');
    expect(world.status).toBe('EXPIRING');
    world.passTo('2029-06-15T14:59:59.000Z');
    expect(world.status).toBe('EXPIRED');
  });

  it('is the last day of February for one issued on 29 February (I.1)', () => {
    const world = new CertificateWorld(noon('2028-02-29'));
    world.issue({ issuedOn: '2028-02-29' });
    expect(world.state.periods).toEqual([{ from: '2028-02-29', until: '2031-02-28' }]);
  });

  it('is the scheme’s own where the scheme says so (D-13)', () => {
    const world = new CertificateWorld(noon('2026-06-15'));
    world.issue({ validityMonths: 60 });
    expect(world.state.periods[0]?.until).toBe('2031-06-15');
  });

  it('is announced once for all points that had passed when it was issued late (I.1)', () => {
    const world = new CertificateWorld(noon('2029-05-20'));
    expect(world.issue().events).toEqual(['CertificateIssued', 'ExpiryReminderSent']);
    expect(world.history.find(({ type }) => type === 'ExpiryReminderSent')?.data).toEqual({
      points: [90, 30],
      validUntil: '2029-06-15',
    });
    expect(world.status).toBe('EXPIRING');
    world.passTo(noon('2029-07-01'));
    expect(world.told(...TOLD)).toEqual([
      '2029-05-20 ExpiryReminderSent',
      '2029-06-08 ExpiryReminderSent',
      '2029-06-15 CertificateExpired',
    ]);
  });

  it('is announced once for all points that passed in an outage', () => {
    const world = new CertificateWorld(noon('2026-06-15'));
    world.issue();
    world.outageUntil(noon('2029-06-10'));
    expect(world.told(...TOLD)).toEqual(['2029-06-10 ExpiryReminderSent']);
    expect(world.state.pendingReminders).toEqual([]);
  });

  it('is not announced once it has come: the points stand as missed, the end carries its own date', () => {
    const world = new CertificateWorld(noon('2026-06-15'));
    world.issue();
    world.outageUntil(noon('2029-08-01'));
    expect(world.told(...TOLD)).toEqual([
      '2029-08-01 ExpiryRemindersMissed',
      '2029-06-15 CertificateExpired',
    ]);
    expect(world.status).toBe('EXPIRED');
  });

  it('comes also to a holder who died, and nobody is reminded of it (I-10)', () => {
    const world = new CertificateWorld(noon('2026-06-15'));
    world.issue();
    world.now = noon('2027-01-04');
    expect(world.send('flag-holder-deceased', { certificateId: 't1', on: '2027-01-02' }).events).toEqual([
      'HolderDeceasedFlagged',
    ]);
    expect([world.status, world.state.holderDiedOn]).toEqual(['VALID', '2027-01-02']);
    world.passTo(noon('2029-07-01'));
    expect(world.told(...TOLD)).toEqual(['2029-06-15 CertificateExpired']);
  });
});
