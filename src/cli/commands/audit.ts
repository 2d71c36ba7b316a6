/** `titian audit …`: what an auditor asks. Each question is a command of its own, in `audit/`. */
import type { Command } from 'commander';

export function addAuditCommands(program: Command): void {
  program.command('audit').description('replay, compare, explain, sample, export: nothing is taken on trust');
}
