import { expect, it } from 'vitest';
import { readConfiguration } from '../../src/runtime/configuration.ts';

const read = (env: Record<string, string>) => readConfiguration({ TITIAN_SANDBOX: 'on', ...env });
const mistakes = (env: Record<string, string>) => {
  const outcome = read(env);
  return outcome.ok ? [] : outcome.mistakes;
};

it('takes a mail server and a sender', () => {
  const outcome = read({
    TITIAN_SMTP_URL: 'smtps://titian:rahasia@mail.example.go.id',
    TITIAN_NOTICE_FROM: 'titian@example.go.id',
    TITIAN_PUBLIC_URL: 'https://titian.example.go.id/',
    TITIAN_NOTICE_SANDBOX: 'on',
  });
  expect(outcome.ok && outcome.configuration.notices).toEqual({
    mail: { url: 'smtps://titian:rahasia@mail.example.go.id', from: 'titian@example.go.id' },
    publicUrl: 'https://titian.example.go.id',
    sandboxSends: true,
    privateNetwork: false,
  });
});

it('names what is wrong, and repeats no password', () => {
  expect(mistakes({ TITIAN_SMTP_URL: 'http://titian:rahasia@mail', TITIAN_NOTICE_FROM: 'a@b' })).toEqual([
    'TITIAN_SMTP_URL is not a mail server: give smtp://user:password@host:587 or smtps://…',
  ]);
  expect(mistakes({ TITIAN_SMTP_URL: 'smtp://mail' })).toEqual([
    'TITIAN_NOTICE_FROM is not a mail address, and TITIAN_SMTP_URL needs one to send from',
  ]);
  expect(mistakes({ TITIAN_NOTICE_FROM: 'titian@example.go.id' })).toEqual([
    'TITIAN_NOTICE_FROM is set without TITIAN_SMTP_URL: set both',
  ]);
  expect(mistakes({ TITIAN_PUBLIC_URL: 'titian' })).toEqual([
    'TITIAN_PUBLIC_URL is "titian": give the https address at which people find this server',
  ]);
});
