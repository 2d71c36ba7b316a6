/**
 * Where offices are told: a mail server and a webhook in a process of their own, which nobody kills. Each notice
 * that is taken becomes a line of a file. Run with the file, the two ports, and for how many seconds the webhook is
 * rude: now and then it answers that it is busy, as gateways do.
 */
import { appendFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { SMTPServer } from 'smtp-server';

export interface Receipt {
  readonly channel: 'EMAIL' | 'WEBHOOK';
  readonly deliveryId: string;
}

/** Every so many requests is refused while the webhook is rude. */
const RUDE_EVERY = 5;
const DELIVERY = /n-[0-9a-f]{32}\.s-[0-9a-f]{24}/;

const [file = '', mailPort = '', webhookPort = '', rudeSeconds = '0'] = process.argv.slice(2);
const rudeUntil = Date.now() + Number(rudeSeconds) * 1_000;
const take = (receipt: Receipt): void => appendFileSync(file, `${JSON.stringify(receipt)}\n`);

const mail = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onData(stream, _session, callback) {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => void chunks.push(chunk));
    stream.on('end', () => {
      const [header = ''] = Buffer.concat(chunks).toString('utf8').split('\r\n\r\n');
      const messageId = /^message-id:\s*(.*)$/im.exec(header)?.[1] ?? '';
      take({ channel: 'EMAIL', deliveryId: DELIVERY.exec(messageId)?.[0] ?? messageId });
      callback();
    });
  },
});
// A sender that was killed in the middle of a letter.
mail.on('error', () => undefined);
mail.listen(Number(mailPort), '127.0.0.1');

let requests = 0;
createServer((request, response) => {
  request.on('error', () => undefined);
  request.resume().on('end', () => {
    requests += 1;
    if (Date.now() < rudeUntil && requests % RUDE_EVERY === 0) {
      response.writeHead(503).end();
      return;
    }
    take({ channel: 'WEBHOOK', deliveryId: String(request.headers['titian-delivery-id']) });
    response.writeHead(204).end();
  });
}).listen(Number(webhookPort), '127.0.0.1');
