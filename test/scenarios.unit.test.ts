/** Every scenario file, against the pure deciders. The HTTP way is in `scenarios.api.test.ts`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseScenario } from '../src/scenarios/parse-scenario.ts';
import { PureDriver } from '../src/scenarios/pure/pure-driver.ts';
import { failureText } from '../src/scenarios/report.ts';
import { runScenario } from '../src/scenarios/run-scenario.ts';

const FOLDER = join(import.meta.dirname, 'scenarios');
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));

describe('scenario files, pure way', () => {
  it.each(files)('%s', async (name) => {
    const scenario = parseScenario(name, readFileSync(join(FOLDER, name), 'utf8'));
    const result = await runScenario(scenario, new PureDriver());
    expect(failureText(result, scenario)).toBe('');
  });

  it.each([
    ...['S01', 'S02', 'S04', 'S05', 'S06', 'S07', 'S09', 'S10', 'S11', 'S14', 'S16', 'S17', 'S18'],
    ...['S19', 'S21', 'S22', 'S24', 'S25', 'S26', 'S54', 'S56'],
    ...['S27', 'S30', 'S32', 'S34', 'S35', 'S36', 'S37', 'S39', 'S41', 'S42', 'S43', 'S45', 'S46'],
    // S49 and S51 are about reads: test/employment tells them.
    ...['S50', 'S52', 'S53', 'S59'],
  ])('worked example %s has a file', (number) => {
    const numbers = files.map((name) => parseScenario(name, readFileSync(join(FOLDER, name), 'utf8')).number);
    expect(numbers).toContain(number);
  });

  it('the example in docs/scenarios.md is true', async () => {
    const page = readFileSync(join(import.meta.dirname, '../docs/scenarios.md'), 'utf8');
    const example = /```yaml\n([\s\S]+?)```/.exec(page)?.[1] ?? '';
    const scenario = parseScenario('docs/scenarios.md', example);
    const result = await runScenario(scenario, new PureDriver());
    expect(scenario.steps.length).toBeGreaterThan(5);
    expect(failureText(result, scenario)).toBe('');
  });
});
