/** The report as elements of the page. */
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
import { element, list, table } from './elements.ts';
import { PAGE_WORDS } from './page-words.ts';

/** More would make the page slow; the command line's `--json` has them all. */
const STREAMS_SHOWN = 200;
const FINDINGS_SHOWN = 20;

export function reportView(report: Report, language: Language): Node[] {
  const { findings, findingCount, seal, file } = report;
  const word = (name: keyof typeof WORDS): string => WORDS[name][language];
  const [first, ...others] = findings;
  const shown = others.slice(0, FINDINGS_SHOWN).map(({ sentence }) => sentence[language]);
  const rest = findingCount - 1 - shown.length;
  const key = seal.key;
  return [
    verdictView(report.verdict, language),
    ...(first === undefined
      ? []
      : [
          element('h2', {}, word('first')),
          element('p', { class: 'first', id: 'first' }, first.sentence[language]),
        ]),
    ...(shown.length === 0
      ? []
      : [
          element('h2', {}, word('others')),
          list(rest > 0 ? [...shown, `… ${word('more')} (${rest})`] : shown),
        ]),
    element('h2', {}, word('file')),
    table([
      [word('scope'), scopeText(file.scope, language)],
      [word('made'), `${file.madeAt ?? '–'} · ${file.madeBy?.role ?? '–'} ${file.madeBy?.office ?? ''}`],
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
    ]),
    ...section(
      word('proven'),
      report.proven.map((point) => point[language]),
    ),
    ...section(
      word('notProven'),
      report.notProven.map((point) => point[language]),
    ),
    ...section(
      word('remarks'),
      report.remarks.map((point) => point[language]),
    ),
    ...streamsView(report.streams, language),
  ];
}

export function receiptView(report: ReceiptReport, language: Language): Node[] {
  return [
    verdictView(report.verdict, language),
    element(
      'p',
      { class: report.verdict === 'differs' ? 'first' : '', id: 'first' },
      report.sentence[language],
    ),
    table([
      [
        WORDS.fingerprint[language],
        report.key === undefined ? '–' : `${report.key.name} ${report.key.fingerprint}`,
      ],
      [WORDS.witnesses[language], report.witnesses.join(', ') || '–'],
    ]),
    element('h2', {}, PAGE_WORDS.content[language]),
    table(
      Object.entries(report.row ?? {}).map(([name, value]) => [
        name,
        typeof value === 'string' ? value : JSON.stringify(value),
      ]),
    ),
  ];
}

const verdictView = (verdict: Report['verdict'], language: Language): Node =>
  element('h2', { class: 'verdict', id: 'verdict' }, verdictSentence(verdict)[language]);

const section = (title: string, lines: readonly string[]): Node[] =>
  lines.length === 0 ? [] : [element('h2', {}, title), list(lines)];

function streamsView(all: readonly StreamTotals[], language: Language): Node[] {
  const subjects = all.filter(({ role }) => role === 'subject');
  if (subjects.length === 0) return [];
  const rest = subjects.length - STREAMS_SHOWN;
  return [
    element('h2', {}, WORDS.streams[language]),
    ...subjects.slice(0, STREAMS_SHOWN).map((stream) => streamView(stream, language)),
    ...(rest > 0 ? [element('p', {}, `… ${WORDS.more[language]} (${rest})`)] : []),
  ];
}

function streamView(stream: StreamTotals, language: Language): Node {
  const word = (name: keyof typeof WORDS): string => WORDS[name][language];
  const told = (name: Parameters<typeof figure>[0]) => figure(name, stream, language);
  return element(
    'article',
    { class: 'stream' },
    element('h3', {}, stream.stream),
    table([
      [word('decisions'), `${told('decisions')} (${word('again').toLowerCase()}: ${stream.decidedAgain})`],
      [word('events'), told('events')],
      [word('refused'), refusalsText(stream.recomputed ?? stream.recorded)],
      [word('warnings'), told('warnings')],
      [
        word('deadlines'),
        `${told('deadlinesArmed')} / ${told('deadlinesFired')} / ${told('deadlinesCancelled')}`,
      ],
      [word('certificates'), told('certificates')],
      [word('minutes'), told('creditedMinutes')],
    ]),
  );
}
