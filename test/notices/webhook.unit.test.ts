import { describe, expect, it } from 'vitest';
import { isPublicAddress } from '../../src/notices/channels/public-address.ts';
import { isGenuine, signatureOf } from '../../src/notices/channels/signature.ts';
import { webhookAddressProblem } from '../../src/notices/channels/webhook.ts';

describe('a signature', () => {
  const body = '{"noticeId":"n-1"}';
  const at = 1_774_836_000;
  const signed = { timestamp: String(at), signature: signatureOf('rahasia', String(at), body), body };
  it('holds for this body, this time and this key', () => {
    // Made with another program: printf '%s' '<timestamp>.<body>' | openssl dgst -sha256 -hmac rahasia
    expect(signed.signature).toBe('v1=a7be6c76e27c2d5c4cc0dac4253e57d4e4303dd9b17e42b015c217f4b38ae2f0');
    expect(isGenuine('rahasia', signed, at * 1000)).toBe(true);
  });
  it.each([
    ['another key', 'lain', signed, at],
    ['another body', 'rahasia', { ...signed, body: '{}' }, at],
    ['another time', 'rahasia', { ...signed, timestamp: String(at + 1) }, at],
    ['no signature', 'rahasia', { ...signed, signature: '' }, at],
    ['played again after six minutes', 'rahasia', signed, at + 360],
  ])('does not hold for %s', (_name, secret, request, now) => {
    expect(isGenuine(secret, request, now * 1000)).toBe(false);
  });
});

describe('where a webhook may lead', () => {
  const outside = { localAllowed: false, privateAllowed: false };
  it.each([
    ['https://hook.example.go.id/titian', undefined],
    ['http://hook.example.go.id/titian', 'https only'],
    ['file:///etc/passwd', 'https only'],
    ['https://user:password@hook.example.go.id', 'no user or password in the address'],
    ['https://localhost/x', 'an address inside this network'],
    ['https://10.1.2.3/x', 'an address inside this network'],
    ['https://169.254.169.254/latest/meta-data', 'an address inside this network'],
    ['https://[::1]/x', 'an address inside this network'],
    ['https://[::ffff:10.0.0.1]/x', 'an address inside this network'],
    ['https://2130706433/', 'an address inside this network'],
    ['hook', 'not an address'],
  ])('%s: %s', (url, problem) => expect(webhookAddressProblem(url, outside)).toBe(problem));

  it('this machine only where it is allowed, and then nothing else inside', () => {
    const local = { ...outside, localAllowed: true };
    expect(webhookAddressProblem('http://127.0.0.1:9000/x', local)).toBeUndefined();
    expect(webhookAddressProblem('http://10.0.0.1/x', local)).toBe('https only');
  });

  it.each([
    ['8.8.8.8', true],
    ['172.15.0.1', true],
    ['172.16.0.1', false],
    ['100.64.0.1', false],
    ['fd00::1', false],
    ['2001:4860:4860::8888', true],
    ['not-an-address', false],
  ])('%s is public: %s', (address, expected) => expect(isPublicAddress(address)).toBe(expected));
});
