/** Real receivers: an SMTP server and an HTTP server that keep what they get, and say no when told to. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface MailReceiver {
  readonly url: string;
  /** Raw messages that were accepted. */
  readonly accepted: { readonly to: string; readonly raw: string }[];
  /** SMTP code to refuse recipients with; 0 = accept. */
  answer: { code: number; text: string } | null;
  /** How often somebody began to send. */
  tries: number;
  close(): Promise<void>;
}

export async function openMailReceiver(): Promise<MailReceiver> {
  const receiver: Pick<MailReceiver, 'accepted' | 'answer' | 'tries'> = {
    accepted: [],
    answer: null,
    tries: 0,
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo(_address, _session, callback) {
      receiver.tries += 1;
      const { answer } = receiver;
      if (answer === null) return callback();
      callback(Object.assign(new Error(answer.text), { responseCode: answer.code }));
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => void chunks.push(chunk));
      stream.on('end', () => {
        receiver.accepted.push({
          to: session.envelope.rcptTo.map(({ address }) => address).join(),
          raw: Buffer.concat(chunks).toString('utf8'),
        });
        callback();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  return Object.assign(receiver, {
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  });
}

export interface WebhookReceiver {
  readonly url: string;
  readonly requests: {
    readonly body: string;
    readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  }[];
  status: number;
  close(): Promise<void>;
}

export async function openWebhookReceiver(): Promise<WebhookReceiver> {
  const receiver = { requests: [] as WebhookReceiver['requests'], status: 200 };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => void chunks.push(chunk));
    request.on('end', () => {
      receiver.requests.push({ body: Buffer.concat(chunks).toString('utf8'), headers: request.headers });
      response.writeHead(receiver.status, { location: '/elsewhere' }).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.address() as AddressInfo;
  return Object.assign(receiver, {
    url: `http://127.0.0.1:${port}/titian`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  });
}
