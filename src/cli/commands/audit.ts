/** `titian audit …`: what an auditor asks. Each question is a command of its own, in `audit/`. */
import type { Command } from 'commander';
import { addAuditCompare } from './audit/compare.ts';
import { addAuditExplain } from './audit/explain.ts';
import { addAuditExport } from './audit/export.ts';
import { addAuditReceipt } from './audit/receipt.ts';
import { addAuditReplay } from './audit/replay.ts';
import { addAuditState } from './audit/state.ts';
import { addAuditWhatIf } from './audit/what-if.ts';

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
}
