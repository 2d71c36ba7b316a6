/** Numbers given once, controlled forms, and renewal by RCC (D-13, D-14, L-20). */
import { describe, expect, it } from 'vitest';
import { CertificateWorld, DECISION, noon } from './certificate-world.ts';

const REASON = { reason: 'sealed:v1:…' };
const document = DECISION;
const NUMBER_KEY = 'certificate-number/lsp-las-medan/62014251230001234' + '2026';

describe('numbers', () => {
  it('are taken for good, however they are spaced', () => {
    const { claims } = new CertificateWorld(noon('2026-06-15')).issue();
    expect(claims).toEqual([
      { kind: 'take', key: NUMBER_KEY, holder: 'certificate/t1' },
      { kind: 'take', key: 'certificate-blank/lsp-las-medan/B000123', holder: 'certificate/t1' },
    ]);
  });

  it.each([
    [NUMBER_KEY, 'CERTIFICATE_NUMBER_TAKEN'],
    ['certificate-blank/lsp-las-medan/B000123', 'CERTIFICATE_BLANK_TAKEN'],
  ])('that another holds (%s) issue nothing, and the holder hears of it and may ask again', (key, code) => {
    const world = new CertificateWorld(noon('2026-06-15'));
    const data = {
      ...{ certificateId: 't1', holderAddress: 'address/certificate/t1', certificationBody: 'lsp-las-medan' },
      ...{ schemeId: 'las-smaw-2g', units: [], number: '62014 2512 3 0001234 2026', issuedOn: '2026-06-15' },
      ...{ zone: 'WIB', blankNumber: 'B 000123', assessorIds: [], assessmentId: 'a1' },
    };
    const lost = world.send('issue-certificate', data, { lost: [key] });
    expect(lost.events).toEqual(['CertificateIssueRefused']);
    expect(lost.claims).toEqual([]);
    expect(lost.messages).toEqual([
      {
        target: 'address/certificate/t1',
        name: 'note-certificate-refused',
        data: { certificateId: 't1', code },
      },
    ]);
    expect(world.status).toBe('NONE');
    const again = { ...data, number: '62014 2512 3 0001235 2026', blankNumber: 'B 000124' };
    expect(world.send('issue-certificate', again).events).toEqual(['CertificateIssued']);
  });

  it('of a day that has not come are told back too', () => {
    const world = new CertificateWorld(noon('2026-06-14'));
    expect(world.issue().messages[0]?.data).toMatchObject({ code: 'DATE_IN_FUTURE' });
    expect(world.status).toBe('NONE');
  });
});

describe('controlled forms', () => {
  it('change at a reprint: the old one is void and never used again', () => {
    const world = new CertificateWorld(noon('2026-06-15'));
    world.issue();
    const printed = world.send('reprint-certificate', { blankNumber: 'B 000200', ...REASON });
    expect(printed.claims).toEqual([
      { kind: 'take', key: 'certificate-blank/lsp-las-medan/B000200', holder: 'certificate/t1' },
    ]);
    expect([world.state.blankNumber, world.state.voidedBlanks]).toEqual(['B 000200', ['B 000123']]);
    const back = world.send('reprint-certificate', { blankNumber: 'b000123', ...REASON });
    expect(back.refused).toBe('CERTIFICATE_BLANK_TAKEN');
  });

  it('are refused where another certificate holds them', () => {
    const world = new CertificateWorld(noon('2026-06-15'));
    world.issue();
    const lost = ['certificate-blank/lsp-las-medan/B000200'];
    expect(world.send('reprint-certificate', { blankNumber: 'B 000200', ...REASON }, { lost })).toMatchObject(
      {
        refused: 'CERTIFICATE_BLANK_TAKEN',
        parameters: { blankNumber: 'B 000200' },
      },
    );
  });

  it('can be spoilt: its own is void, another of the stock is used up', () => {
    const world = new CertificateWorld(noon('2026-06-15'));
    world.issue();
    expect(world.send('void-blank', { blankNumber: 'B 000123', ...REASON }).claims).toEqual([]);
    expect(world.state.blankNumber).toBeNull();
    expect(world.send('void-blank', { blankNumber: 'B 000300', ...REASON }).claims).toHaveLength(1);
    expect(world.state.voidedBlanks).toEqual(['B 000123', 'B 000300']);
  });
});

describe('renewal by recognition of current competency', () => {
  const renewal = { decidedOn: '2029-06-01', evidence: 'logbook-77', assessorIds: ['assessor-2'] };
  const on = (date: string): CertificateWorld => {
    const world = new CertificateWorld(noon('2026-06-15'));
    world.issue();
    world.passTo(noon(date));
    return world;
  };

  it('can be asked for from 90 days before the end to the end, not before (L-20)', () => {
    expect(on('2029-03-16').send('request-renewal', { requestedOn: '2029-03-16' })).toMatchObject({
      refused: 'RENEWAL_TOO_EARLY',
      parameters: { date: '2029-03-17' },
    });
    expect(on('2029-03-17').send('request-renewal', { requestedOn: '2029-03-17' }).refused).toBeUndefined();
    expect(on('2029-06-15').send('request-renewal', { requestedOn: '2029-06-15' }).refused).toBeUndefined();
  });

  it('is too late after the end: then a full assessment is the way', () => {
    expect(on('2029-06-16').send('request-renewal', { requestedOn: '2029-06-16' })).toMatchObject({
      refused: 'CERTIFICATE_NOT_VALID',
      parameters: { validUntil: '2029-06-15' },
    });
  });

  it('that came in time and is entered after the end must be on paper', () => {
    const data = { requestedOn: '2029-06-10' };
    expect(on('2029-06-16').send('request-renewal', data).refused).toBe('DOCUMENT_MISSING');
    expect(on('2029-06-16').send('request-renewal', data, { document }).refused).toBeUndefined();
  });

  it('gives a new period from the old end, with reminders of its own', () => {
    const world = on('2029-06-01');
    world.send('request-renewal', { requestedOn: '2029-05-20' });
    const { messages } = world.send('renew-certificate', renewal, { document });
    expect(world.status).toBe('VALID');
    expect(world.state.periods).toEqual([
      { from: '2026-06-15', until: '2029-06-15' },
      { from: '2029-06-15', until: '2032-06-15' },
    ]);
    expect(world.state.details?.assessorIds).toEqual(['assessor-1', 'assessor-2']);
    expect(messages[0]?.data).toMatchObject({ status: 'VALID', on: '2029-06-01', validUntil: '2032-06-15' });
    world.passTo(noon('2032-06-16'));
    expect(world.told('ExpiryReminderSent', 'CertificateExpired')).toEqual([
      '2029-03-17 ExpiryReminderSent',
      '2029-05-16 ExpiryReminderSent',
      '2032-03-17 ExpiryReminderSent',
      '2032-05-16 ExpiryReminderSent',
      '2032-06-08 ExpiryReminderSent',
      '2032-06-15 CertificateExpired',
    ]);
  });

  it('that was decided in time and recorded late brings it back', () => {
    const world = on('2029-06-10');
    world.send('request-renewal', { requestedOn: '2029-06-10' });
    world.passTo(noon('2029-06-20'));
    expect(world.status).toBe('EXPIRED');
    const late = { ...renewal, decidedOn: '2029-06-16' };
    expect(world.send('renew-certificate', late, { document }).refused).toBe('CERTIFICATE_NOT_VALID');
    const inTime = { ...renewal, decidedOn: '2029-06-14' };
    expect(world.send('renew-certificate', inTime, { document }).refused).toBeUndefined();
    expect(world.status).toBe('VALID');
  });

  it('is decided on a paper, by nobody who assessed, after it was asked for', () => {
    const world = on('2029-06-01');
    const send = (also: object) => world.send('renew-certificate', renewal, also).refused;
    expect(send({ document })).toBe('RENEWAL_NOT_REQUESTED');
    world.send('request-renewal', { requestedOn: '2029-05-20' });
    expect(send({})).toBe('DOCUMENT_MISSING');
    const actor = { id: 'account-7', role: 'CERTIFICATION_BODY_ADMINISTRATOR', office: 'lsp-las-medan' };
    expect(send({ document, actor })).toBe('CERTIFICATE_OWN_ASSESSMENT');
  });
});
