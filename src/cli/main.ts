/** `titian`: the product from a terminal. Tables for people, `--json` for programs, exit code 1 on failure. */
import { Command } from 'commander';
import { StartupProblem } from '../runtime/startup-problem.ts';
import { CommandFailed } from './client.ts';
import { addAuditCommands } from './commands/audit.ts';
import { addEngineCommands } from './commands/engine.ts';
import { addPeopleCommands } from './commands/people.ts';
import { addSandboxCommands } from './commands/sandbox.ts';
import { addScenarioCommands } from './commands/scenario.ts';

const program = new Command('titian')
  .description('From a sentence, a prison enrolment or a referral to a job that lasts.')
  .option('--url <address>', 'where the API listens (TITIAN_URL)')
  .option('--as <identity>', 'sandbox identity, ROLE@office')
  .option('--token <token>', 'bearer token (TITIAN_TOKEN)')
  .option('--json', 'for programs', false)
  .showHelpAfterError();

addSandboxCommands(program);
addPeopleCommands(program);
addEngineCommands(program);
addScenarioCommands(program);
addAuditCommands(program);

try {
  await program.parseAsync();
} catch (error) {
  const told = error instanceof CommandFailed || error instanceof StartupProblem;
  if (error instanceof CommandFailed && program.opts().json && error.problem !== undefined) {
    console.error(JSON.stringify(error.problem, null, 2));
  } else console.error(told ? error.message.trim() : error);
  process.exitCode = 1;
}
