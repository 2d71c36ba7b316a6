/** `titian audit receipt` and `titian audit checkpoint`: what a stranger can check, fetched into a file. */
import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { createApiClient } from '../../client.ts';
import { addressOf, type SharedOptions, signedIn } from '../../session.ts';

export function addAuditReceipt(audit: Command): void {
  audit
    .command('receipt <person> <version>')
    .description('proof that one event of a person stands in the sealed log')
    .requiredOption('--out <file>', 'where to write it; by custom it ends in .tlog-proof')
    .action(async (person: string, version: string, own: { out: string }, command: Command) => {
      const api = await signedIn(command.optsWithGlobals<SharedOptions>());
      const path = `/api/v1/receipts/journey/${encodeURIComponent(person)}/events/${encodeURIComponent(version)}`;
      const text = await (await api.open(path)).text();
      writeFileSync(own.out, text);
      console.log(`${own.out}: event ${version} is in the log as the checkpoint in it says`);
    });

  audit
    .command('checkpoint')
    .description('the last published checkpoint: keep it, and hold the log to it later')
    .option('--out <file>', 'where to write it; printed if not given')
    .action(async (own: { out?: string }, command: Command) => {
      const api = createApiClient(addressOf(command.optsWithGlobals<SharedOptions>()));
      const text = await (await api.open('/log/checkpoint')).text();
      if (own.out === undefined) process.stdout.write(text);
      else writeFileSync(own.out, text);
    });
}
