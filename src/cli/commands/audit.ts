/** `titian audit …`: what an auditor asks. Each question is a command of its own, in `audit/`. */
import type { Command } from 'commander';
import { addAuditExport } from './audit/export.ts';

export function addAuditCommands(program: Command): void {
  const audit = program
    .command('audit')
    .description('replay, compare, explain, sample, export: nothing is taken on trust');
  addAuditExport(audit);
}
