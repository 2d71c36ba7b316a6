/** A report as a person reads it on a terminal or in a text file. */
import { printable } from '../core/printable.ts';
import type { Report } from '../core/report.ts';
import {
  figure,
  type Language,
  refusalsText,
  scopeText,
  verdictSentence,
  WORDS,
} from '../core/report-words.ts';
import type { StreamTotals } from '../core/totals.ts';
import type { ReceiptReport } from '../core/verify-receipt.ts';

/** More are counted; `--json` has them all. */
const STREAMS_SHOWN = 50;
const FINDINGS_SHOWN = 20;

export function printReport(report: Report, language: Language): string {
  const { file, seal, findings } = report;
  const word = (name: keyof typeof WORDS): string => WORDS[name][language];
  const key = seal.key;
  const facts: (readonly [string, string])[] = [
    [word('scope'), scopeText(file.scope, language)],
    [word('made'), `${file.madeAt ?? '–'} · ${file.madeBy?.role ?? '–'} ${file.madeBy?.office ?? ''}`],
    [word('file'), `${file.lines} · ${file.bytes} B`],
    [word('origin'), seal.origin ?? '–'],
    [word('size'), String(seal.size ?? '–')],
    [word('root'), seal.root ?? '–'],
    [word('fingerprint'), key === undefined ? '–' : key.fingerprint],
    [
      word('key'),
      key === undefined ? '–' : `${key.text}${key.confirmed ? '' : ` (${word('unconfirmedKey')})`}`,
    ],
    [word('witnesses'), seal.witnesses.map(({ name, at }) => `${name} (${at})`).join(', ') || '–'],
    [word('looks'), String(report.counts.looks)],
  ];
  const width = Math.max(...facts.map(([name]) => name.length));
  return [
    word('title'),
    '',
    verdictSentence(report.verdict)[language],
    ...section(
      word('first'),
      findings.slice(0, 1).map(({ sentence }) => sentence[language]),
    ),
    ...section(word('others'), others(report, language)),
    '',
    ...facts.map(([name, value]) => `${name.padEnd(width)}  ${value}`),
    ...section(
      word('proven'),
      report.proven.map((point) => `+ ${point[language]}`),
    ),
    ...section(
      word('notProven'),
      report.notProven.map((point) => `- ${point[language]}`),
    ),
    ...section(
      word('remarks'),
      report.remarks.map((point) => `! ${point[language]}`),
    ),
    ...section(word('streams'), streams(report, language)),
    '',
  ]
    .map(printable)
    .join('\n');
}

export const printReceipt = (report: ReceiptReport, language: Language): string =>
  [
    verdictSentence(report.verdict)[language],
    report.sentence[language],
    ...(report.key === undefined
      ? []
      : [`${WORDS.fingerprint[language]}: ${report.key.name} ${report.key.fingerprint}`]),
    `${WORDS.witnesses[language]}: ${report.witnesses.join(', ') || '–'}`,
    ...(report.row === undefined ? [] : ['', ...JSON.stringify(report.row, null, 2).split('\n')]),
    '',
  ]
    .map(printable)
    .join('\n');

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', title, ...lines];

function others({ findings, findingCount }: Report, language: Language): string[] {
  const shown = findings
    .slice(1, FINDINGS_SHOWN)
    .map(({ sentence }, place) => `${place + 2}. ${sentence[language]}`);
  const rest = findingCount - 1 - shown.length;
  return rest > 0 ? [...shown, `… ${WORDS.more[language]} (${rest})`] : shown;
}

function streams({ streams: all }: Report, language: Language): string[] {
  const lines = all.slice(0, STREAMS_SHOWN).flatMap((stream) => streamLines(stream, language));
  const rest = all.length - STREAMS_SHOWN;
  return rest > 0 ? [...lines, `… ${WORDS.more[language]} (${rest})`] : lines;
}

function streamLines(stream: StreamTotals, language: Language): string[] {
  const told = (name: Parameters<typeof figure>[0]) => figure(name, stream, language);
  const totals = stream.recomputed ?? stream.recorded;
  const word = (name: keyof typeof WORDS): string => WORDS[name][language];
  const figures = [
    `${word('decisions')} ${told('decisions')}`,
    `${word('again')} ${stream.decidedAgain}`,
    `${word('events')} ${told('events')}`,
    `${word('refused')} ${refusalsText(totals)}`,
    `${word('warnings')} ${told('warnings')}`,
    `${word('deadlines')} ${told('deadlinesArmed')}/${told('deadlinesFired')}/${told('deadlinesCancelled')}`,
    `${word('certificates')} ${told('certificates')}`,
    `${word('minutes')} ${told('creditedMinutes')}`,
  ];
  return stream.role === 'register' ? [] : [stream.stream, `  ${figures.join(' · ')}`];
}
