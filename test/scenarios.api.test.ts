/**
 * Every scenario file through the HTTP API on real Temporal and Postgres, with the sandbox clock, held
 * against the same file run by the pure deciders: both ways must agree.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareResults } from '../src/scenarios/compare-results.ts';
import { HttpDriver } from '../src/scenarios/http/http-driver.ts';
import { sandboxTokens } from '../src/scenarios/http/sandbox-tokens.ts';
import { parseScenario } from '../src/scenarios/parse-scenario.ts';
import { PureDriver } from '../src/scenarios/pure/pure-driver.ts';
import { failureText } from '../src/scenarios/report.ts';
import { runScenario } from '../src/scenarios/run-scenario.ts';
import { compareAll } from './audit/compare-all.ts';
import { workflowBundle } from './support/bundle.ts';
import { startProduct, type TestProduct } from './support/product.ts';

const FOLDER = join(import.meta.dirname, 'scenarios');
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));

let product: TestProduct;
let buildId: string;
beforeAll(async () => {
  product = await startProduct();
  ({ buildId } = await workflowBundle());
});
afterAll(async () => {
  await product.stop();
});

// Every file has a world of its own, so several run at a time.
describe('scenario files, HTTP way', () => {
  it.concurrent.each(files)('%s', { timeout: 300_000 }, async (name) => {
    const scenario = parseScenario(name, readFileSync(join(FOLDER, name), 'utf8'));
    const driver = new HttpDriver(product.address, sandboxTokens(product.address));
    const result = await runScenario(scenario, driver);
    expect(failureText(result, scenario)).toBe('');
    const pure = await runScenario(scenario, new PureDriver());
    expect(compareResults(pure, result)).toEqual([]);
  });
});

describe('what all scenarios left behind', () => {
  it('has three accounts that agree: ledger, histories and rules', async () => {
    const compared = await compareAll(product.database.appUrl, buildId);
    expect(compared.differences).toEqual([]);
    expect(compared.streams).toBeGreaterThan(files.length);
    expect(compared.commands).toBeGreaterThan(1_000);
    expect(compared.states).toBeGreaterThan(10);
  });
});
