/** Notices as mail, through one SMTP server. */
import { createTransport } from 'nodemailer';
import type { AttemptOutcome, OutgoingNotice } from './outcome.ts';

export interface MailOptions {
  /** `smtp://user:password@host:port`, or `smtps://` for TLS from the first byte. */
  readonly url: string;
  /** Sender and return path: mail that comes back goes there. */
  readonly from: string;
}

/** One attempt ends within these, well below the activity that makes it. */
const CONNECT_MS = 10_000;
const SILENCE_MS = 20_000;

export interface Mail {
  send(to: string, notice: OutgoingNotice): Promise<AttemptOutcome>;
}

export function createMail({ url, from }: MailOptions): Mail {
  const transport = createTransport({
    ...serverOf(url),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    // Nothing of a notice is a file or an address to be fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.slice(from.lastIndexOf('@') + 1).replace(/>$/, '');
  return {
    async send(to, notice) {
      try {
        await transport.sendMail({
          from,
          to,
          // The same in every attempt: who receives it twice can tell.
          messageId: `<${notice.deliveryId}@${domain}>`,
          subject: notice.subject.id,
          text: `${notice.text.id}\n\n-- \n${notice.text.en}\n`,
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Titian-Notice': notice.noticeId },
        });
        return { kind: 'sent' };
      } catch (error) {
        return outcomeOf(error);
      }
    },
  };
}

function serverOf(url: string) {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  return {
    host: hostname,
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    // A password is never sent in clear, whatever the server offers.
    ...(username === ''
      ? {}
      : {
          requireTLS: !secure,
          auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
        }),
  };
}

interface MailError {
  readonly code?: string;
  readonly responseCode?: number;
  readonly response?: string;
}

/** RFC 5321: 4xx is "try again later", 5xx is "do not". Our own sign-in failing says nothing of the address. */
function outcomeOf(error: unknown): AttemptOutcome {
  const { code, responseCode, response = '' } = error as MailError;
  if (code === 'EAUTH') return { kind: 'later', reason: 'SMTP_SIGN_IN' };
  if (responseCode === undefined) {
    return code === 'EENVELOPE'
      ? { kind: 'refused', reason: 'SMTP_ADDRESS' }
      : { kind: 'later', reason: 'SMTP_UNREACHABLE' };
  }
  const detail = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(response)?.[0];
  const reason = detail === undefined ? `SMTP_${responseCode}` : `SMTP_${responseCode}_${detail}`;
  return { kind: responseCode >= 500 ? 'refused' : 'later', reason };
}
