/** What a bundle says reaches a terminal only as visible text: it cannot move the cursor, or turn words around. */
import { expect, test } from 'vitest';
import { Unreadable } from '../../verifier/core/unreadable.ts';
import type { ReceiptReport } from '../../verifier/core/verify-receipt.ts';
import { jsonText } from '../../verifier/node/json-text.ts';
import { printReceipt, printReport } from '../../verifier/node/print-report.ts';
import { canonical, closed, type Line, policyOf, signers } from './bundle-writer.ts';
import { check } from './checking.ts';
import { SmallLog } from './small-log.ts';

const keys = signers();
const trustPolicy = Buffer.from(policyOf(keys));

/** Clears the screen and writes a verdict of its own; C1; turns what follows; ends the line. */
const EVIL = '\u001b[2J\u001b[1;32mTERBUKTI\u009b0m\u202eVERIFIED\u2066\u200f\u007f\r\n\u2028\ufeff';
const SHOWN =
  '\\u001b[2J\\u001b[1;32mTERBUKTI\\u009b0m\\u202eVERIFIED\\u2066\\u200f\\u007f\\u000d\\u000a\\u2028\\ufeff';
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const UNSAFE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/;

function hostile(): string {
  const lines: Line[] = structuredClone(new SmallLog(keys).lines);
  const header = lines[0] as Line & { madeBy: { role: string; office: string }; scope: { id: string } };
  header.madeBy.role = EVIL;
  header.madeBy.office = EVIL;
  header.scope.id = EVIL;
  for (const line of lines) {
    if (line.type === 'stream' && line.stream === 'journey/p1') line.stream = `journey/${EVIL}`;
    if (line.type === 'event') line.event_type = EVIL;
    if (line.type === 'decision') {
      line.name = EVIL;
      if (line.outcome === 'refused')
        line.detail = canonical({ refusal: { code: EVIL, parameters: {} }, policies: [] });
    }
  }
  return closed(lines, keys);
}

test.each(['id', 'en'] as const)(
  'a report in %s holds no control of a terminal or of direction',
  async (language) => {
    const text = printReport(await check(hostile(), { trustPolicy }), language);
    expect(text).not.toMatch(UNSAFE);
    expect(text).toContain(`journey/${SHOWN}`);
    expect(text).toContain(`${language === 'id' ? 'orang' : 'person'} ${SHOWN}`);
    // No line of the report is one that the bundle wrote.
    expect(text.split('\n').filter((line) => line.startsWith('TERBUKTI'))).toEqual([]);
  },
);

test('its sentences are safe to quote wherever they are shown', async () => {
  const { findings, notProven } = await check(hostile(), { trustPolicy });
  for (const { id, en } of [...findings.map(({ sentence }) => sentence), ...notProven]) {
    expect(id).not.toMatch(UNSAFE);
    expect(en).not.toMatch(UNSAFE);
  }
  expect(findings.some(({ sentence }) => sentence.en.includes(SHOWN))).toBe(true);
});

test('as JSON the report says the same, in escapes', async () => {
  const report = await check(hostile(), { trustPolicy });
  const text = jsonText(report);
  expect(text).not.toMatch(UNSAFE);
  expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(report)));
});

test('a receipt, and what cannot be read', async () => {
  const receipt: ReceiptReport = {
    ...{ format: 'titian-receipt-verdict/1', verdict: 'verified', leaf: 1, witnesses: [EVIL] },
    ...{ sentence: { id: EVIL, en: EVIL }, row: { type: 'event', event_type: EVIL } },
  };
  expect(printReceipt(receipt, 'en')).not.toMatch(UNSAFE);
  const format = canonical({ type: 'header', format: EVIL });
  const error = await check(`${format}\n`).catch((thrown: unknown) => thrown);
  expect((error as Unreadable).sentence.en).toBe(`This file is of the format ${SHOWN}, not titian-bundle/1.`);
  expect(error).toBeInstanceOf(Unreadable);
});
