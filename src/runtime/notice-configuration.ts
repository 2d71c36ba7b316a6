/** How notices leave this installation, as written in the environment. */
import type { VariableName } from './variables.ts';

export interface NoticeConfiguration {
  /** Absent: no mail is sent; it waits, and is given up in the end. */
  readonly mail?: { readonly url: string; readonly from: string };
  /** What links in notices begin with; empty = a path alone. */
  readonly publicUrl: string;
  /** Whether a sandbox sends to real addresses, its own machine among them. */
  readonly sandboxSends: boolean;
  /** Whether webhooks may lead into a private network. */
  readonly privateNetwork: boolean;
}

interface Reader {
  read(name: VariableName): string | undefined;
  wrong(name: VariableName, why: string): void;
}

export function readNotices(
  reader: Reader,
  readSwitch: (name: VariableName) => boolean | undefined,
): NoticeConfiguration {
  const mail = readMail(reader);
  return {
    ...(mail === undefined ? {} : { mail }),
    publicUrl: readPublicUrl(reader),
    sandboxSends: readSwitch('TITIAN_NOTICE_SANDBOX') ?? false,
    privateNetwork: readSwitch('TITIAN_NOTICE_PRIVATE_NETWORK') ?? false,
  };
}

function readMail(reader: Reader): NoticeConfiguration['mail'] | undefined {
  const url = reader.read('TITIAN_SMTP_URL');
  const from = reader.read('TITIAN_NOTICE_FROM');
  if (url === undefined) {
    if (from !== undefined) reader.wrong('TITIAN_NOTICE_FROM', 'is set without TITIAN_SMTP_URL: set both');
    return undefined;
  }
  // The address itself is not repeated: it may hold a password.
  if (
    !URL.canParse(url) ||
    !['smtp:', 'smtps:'].includes(new URL(url).protocol) ||
    new URL(url).host === ''
  ) {
    reader.wrong('TITIAN_SMTP_URL', 'is not a mail server: give smtp://user:password@host:587 or smtps://…');
  }
  if (from === undefined || !/^[^@\s<>]+@[^@\s<>]+$/.test(from)) {
    reader.wrong('TITIAN_NOTICE_FROM', 'is not a mail address, and TITIAN_SMTP_URL needs one to send from');
  }
  return { url, from: from ?? '' };
}

function readPublicUrl(reader: Reader): string {
  const text = reader.read('TITIAN_PUBLIC_URL');
  if (text === undefined) return '';
  if (URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol)) {
    return text.replace(/\/+$/, '');
  }
  reader.wrong('TITIAN_PUBLIC_URL', `is "${text}": give the https address at which people find this server`);
  return '';
}
