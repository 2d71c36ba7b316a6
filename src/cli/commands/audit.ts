/** `titian audit …`: what an auditor asks. Each question is a command of its own, in `audit/`. */
import type { Command } from 'commander';
import { addAuditCompare } from './audit/compare.ts';
import { addAuditExplain } from './audit/explain.ts';
import { addAuditExport } from './audit/export.ts';
import { addAuditLists } from './audit/lists.ts';
import { addAuditMoney } from './audit/money.ts';
import { addAuditReceipt } from './audit/receipt.ts';
import { addAuditReplay } from './audit/replay.ts';
import { addAuditSample } from './audit/sample.ts';
import { addAuditState } from './audit/state.ts';
import { addAuditWhatIf } from './audit/what-if.ts';
import { addAuditWhoLooked } from './audit/who-looked.ts';

export function addAuditCommands(program: Command): void {
  const audit = program
    .command('audit')
    .description('replay, compare, explain, sample, export: nothing is taken on trust');
  addAuditReplay(audit);
  addAuditCompare(audit);
  addAuditState(audit);
  addAuditExport(audit);
  addAuditReceipt(audit);
  addAuditExplain(audit);
  addAuditWhatIf(audit);
  addAuditWhoLooked(audit);
  addAuditLists(audit);
  addAuditSample(audit);
  addAuditMoney(audit);
}
