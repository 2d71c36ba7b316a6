/** Notices as signed HTTPS requests. No redirect is followed: the address that was registered is the one. */
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import type { AttemptOutcome, OutgoingNotice } from './outcome.ts';
import { AddressNotPublic, isPublicAddress, publicLookup } from './public-address.ts';
import {
  DELIVERY_HEADER,
  NOTICE_HEADER,
  SIGNATURE_HEADER,
  signatureOf,
  TIMESTAMP_HEADER,
} from './signature.ts';

export interface WebhookOptions {
  /** Sandbox and tests: plain http, and addresses of this machine, are let through. */
  readonly localAllowed: boolean;
  /** An office's own network, where all receivers are inside it. */
  readonly privateAllowed: boolean;
  /** Milliseconds from the start of an attempt to the receiver's answer. */
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 15_000;

export interface Webhook {
  send(url: string, secret: string, notice: OutgoingNotice, nowMs: number): Promise<AttemptOutcome>;
}

/** Why an address cannot be a webhook's; undefined where it can. */
export function webhookAddressProblem(url: string, options: WebhookOptions): string | undefined {
  if (!URL.canParse(url)) return 'not an address';
  const { protocol, hostname, username, password } = new URL(url);
  const name = hostname.replace(/^\[|\]$/g, '');
  if (username !== '' || password !== '') return 'no user or password in the address';
  if (options.localAllowed && isLoopback(name)) return undefined;
  if (protocol !== 'https:') return 'https only';
  if (!options.privateAllowed && (name === 'localhost' || (isIP(name) !== 0 && !isPublicAddress(name)))) {
    return 'an address inside this network';
  }
  return undefined;
}

export function createWebhook(options: WebhookOptions): Webhook {
  const { timeoutMs = TIMEOUT_MS } = options;
  return {
    send(url, secret, notice, nowMs) {
      // Judged again at each attempt: it may have been registered under another configuration.
      if (webhookAddressProblem(url, options) !== undefined) {
        return Promise.resolve({ kind: 'refused', reason: 'WEBHOOK_ADDRESS' });
      }
      const body = JSON.stringify(notice.payload);
      const timestamp = String(Math.floor(nowMs / 1000));
      const target = new URL(url);
      const open = options.privateAllowed || (options.localAllowed && isLoopback(target.hostname));
      const send = target.protocol === 'https:' ? httpsRequest : httpRequest;
      return new Promise((resolve) => {
        const call = send(
          target,
          {
            method: 'POST',
            headers: {
              'content-type': 'application/json',
              'content-length': Buffer.byteLength(body),
              'user-agent': 'titian',
              [NOTICE_HEADER]: notice.noticeId,
              [DELIVERY_HEADER]: notice.deliveryId,
              [TIMESTAMP_HEADER]: timestamp,
              [SIGNATURE_HEADER]: signatureOf(secret, timestamp, body),
            },
            signal: AbortSignal.timeout(timeoutMs),
            ...(open ? {} : { lookup: publicLookup }),
          },
          (answer) => {
            // Its status is all that is wanted of it.
            answer.destroy();
            resolve(outcomeOf(answer.statusCode ?? 0));
          },
        );
        call.on('error', (error) => {
          resolve(
            error instanceof AddressNotPublic
              ? { kind: 'refused', reason: 'WEBHOOK_ADDRESS' }
              : { kind: 'later', reason: 'WEBHOOK_UNREACHABLE' },
          );
        });
        call.end(body);
      });
    },
  };
}

/** These ask to be asked again; the rest of 4xx says that the request itself is not wanted. */
const LATER: ReadonlySet<number> = new Set([408, 425, 429]);

function outcomeOf(status: number): AttemptOutcome {
  if (status >= 200 && status < 300) return { kind: 'sent' };
  const reason = `HTTP_${status}`;
  return status >= 500 || LATER.has(status) ? { kind: 'later', reason } : { kind: 'refused', reason };
}

const isLoopback = (hostname: string): boolean =>
  ['localhost', '127.0.0.1', '[::1]', '::1'].includes(hostname);
