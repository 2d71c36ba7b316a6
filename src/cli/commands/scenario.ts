/** `titian scenario run FILE...`: a law officer's file, against the pure rules or the running product. */
import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { compareResults } from '../../scenarios/compare-results.ts';
import type { ScenarioDriver } from '../../scenarios/driver.ts';
import { HttpDriver } from '../../scenarios/http/http-driver.ts';
import { sandboxTokens } from '../../scenarios/http/sandbox-tokens.ts';
import { parseScenario } from '../../scenarios/parse-scenario.ts';
import { PureDriver } from '../../scenarios/pure/pure-driver.ts';
import { stepLines, summaryLine, titleLines } from '../../scenarios/report.ts';
import type { ScenarioResult } from '../../scenarios/result.ts';
import { runScenario } from '../../scenarios/run-scenario.ts';
import type { Scenario } from '../../scenarios/scenario.ts';
import { CommandFailed } from '../client.ts';
import { addressOf, type SharedOptions } from '../session.ts';

const WAYS = ['pure', 'http', 'both'] as const;
type Way = (typeof WAYS)[number];

export function addScenarioCommands(program: Command): void {
  program
    .command('scenario')
    .description('worked cases as files: see docs/scenarios.md')
    .command('run <files...>')
    .description('run scenario files and compare each step with what the file expects')
    .option('--way <way>', 'pure (rules alone), http (a running sandbox), both (and compare)', 'pure')
    .action(async (files: string[], own: { way: string }, command: Command) => {
      const options = command.optsWithGlobals<SharedOptions>();
      const way = WAYS.find((name) => name === own.way);
      if (way === undefined) throw new CommandFailed(`--way is one of ${WAYS.join(', ')}.`);
      const results: ScenarioResult[] = [];
      for (const file of files) results.push(...(await runFile(file, way, options)));
      const passed = results.filter((result) => result.passed).length;
      if (options.json) console.log(JSON.stringify(results, null, 2));
      else console.log(`\n${passed} passed, ${results.length - passed} failed`);
      if (passed !== results.length) process.exitCode = 1;
    });
}

async function runFile(file: string, way: Way, options: SharedOptions): Promise<ScenarioResult[]> {
  const scenario = parseScenario(file, read(file));
  const drivers: ScenarioDriver[] = [];
  if (way !== 'http') drivers.push(new PureDriver());
  if (way !== 'pure') {
    const address = addressOf(options);
    drivers.push(new HttpDriver(address, sandboxTokens(address)));
  }
  const results: ScenarioResult[] = [];
  for (const driver of drivers) results.push(await runOne(scenario, driver, options.json ?? false));
  const [pure, http] = results;
  if (pure?.passed && http?.passed) {
    const differences = compareResults(pure, http);
    for (const difference of differences) console.error(`  ✘ the two ways differ: ${difference}`);
    if (differences.length > 0) return [pure, { ...http, passed: false }];
  }
  return results;
}

async function runOne(scenario: Scenario, driver: ScenarioDriver, quiet: boolean): Promise<ScenarioResult> {
  const say = (line: string): void => {
    if (!quiet) console.log(line);
  };
  for (const line of titleLines(scenario)) say(line);
  const result = await runScenario(scenario, driver, {
    onStep: (step) => {
      for (const line of stepLines(step, scenario)) say(line);
    },
  });
  say(summaryLine(result));
  return result;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new CommandFailed(`Cannot read ${file}.`);
  }
}
