/** The sentences of an explained decision, in the order an auditor asks: what, by which rule, what else. */
import { isPolicyName, startingPolicy } from '../../domain/law/policy-catalogue.ts';
import type { DecisionExplanation } from './decision.ts';
import type { Otherwise } from './otherwise.ts';
import type { UsedRule } from './rules.ts';
import { type Words, words } from './words.ts';

export function decisionWords(told: Omit<DecisionExplanation, 'sentences'>): Words[] {
  return [
    outcomeWords(told),
    ...(told.refusal === null ? [] : [withArticle(told.refusal), told.refusal.next]),
    ...told.warnings.flatMap((warning) => [withArticle(warning), warning.next]),
    ...told.rules.map(ruleWords),
    ...(told.decidesTheSame ? [] : [NOT_THE_SAME]),
    ...told.otherwise.flatMap(otherwiseWords),
  ];
}

const OUTCOMES: { readonly [outcome in DecisionExplanation['outcome']]: Words } = {
  accepted: { id: 'diterima', en: 'accepted' },
  refused: { id: 'ditolak', en: 'refused' },
  fault: { id: 'gagal karena kesalahan program', en: 'not decided, by a fault of the program' },
};

function outcomeWords(told: Omit<DecisionExplanation, 'sentences'>): Words {
  const { stream, sequence, command, actor, decidedAt, outcome, document } = told;
  const paper =
    document === null
      ? { id: 'tanpa dokumen', en: 'without a document' }
      : {
          id: `atas dokumen ${document.kind} bertanggal ${document.date}`,
          en: `on the document ${document.kind} dated ${document.date}`,
        };
  const { id, en } = OUTCOMES[outcome];
  const who = `${actor.role} (${actor.id}, ${actor.office})`;
  return {
    id: `Keputusan ${sequence} pada ${stream}: ${command} dari ${who} ${paper.id} ${id} pada ${decidedAt}.`,
    en: `Decision ${sequence} of ${stream}: ${command} by ${who} ${paper.en} was ${en} at ${decidedAt}.`,
  };
}

const withArticle = ({ article, sentence }: { article: string | null; sentence: Words }): Words =>
  article === null ? sentence : { id: `${sentence.id} (${article})`, en: `${sentence.en} (${article})` };

const NOT_THE_SAME: Words = {
  id: 'Aturan hari ini memutus lain dari yang tercatat; perubahan tidak dicari. Jalankan perbandingan.',
  en: 'Today’s rules decide otherwise than recorded; no change was looked for. Run the comparison.',
};

function ruleWords({ policy, value, unit, from, source, factVersion, setBy }: UsedRule): Words {
  const values = { policy, value: JSON.stringify(value), unit, from, source, factVersion };
  const catalogued = isPolicyName(policy) ? startingPolicy(policy) : { id: '', en: '' };
  const setter =
    setBy === null
      ? { id: '', en: '' }
      : {
          id: `; ditetapkan oleh ${setBy.actor.role} (${setBy.actor.office})${paper(setBy.document, 'dengan')}`,
          en: `; set by ${setBy.actor.role} (${setBy.actor.office})${paper(setBy.document, 'with')}`,
        };
  return words(
    {
      id: `Aturan {policy} = {value} ({unit}), berlaku sejak {from}, {source}, register versi {factVersion}${setter.id}. ${catalogued.id}`.trim(),
      en: `Rule {policy} = {value} ({unit}), in force from {from}, {source}, register version {factVersion}${setter.en}. ${catalogued.en}`.trim(),
    },
    values,
  );
}

const paper = (document: { kind: string; number: string; date: string } | null, word: string): string =>
  document === null ? '' : ` ${word} ${document.kind} ${document.number} (${document.date})`;

const ASKED = {
  refusal: { id: 'Akan diterima', en: 'It would have been accepted' },
  acceptance: { id: 'Hasilnya akan lain', en: 'The outcome would have been otherwise' },
  warning: { id: 'Peringatan ini tidak akan muncul', en: 'The warning would not have been given' },
  event: { id: 'Peristiwa ini tidak akan tercatat', en: 'The event would not have been recorded' },
} as const;

function otherwiseWords({ asked, changes, tried, complete }: Otherwise): Words[] {
  const head = ASKED[asked.kind];
  const about = asked.kind === 'warning' ? ` (${asked.code})` : '';
  if (changes.length === 0) {
    const given = complete
      ? { id: 'tidak ditemukan satu perubahan tunggal', en: 'no single change was found' }
      : { id: 'pencarian dihentikan sebelum selesai', en: 'the search was given up before its end' };
    return [
      {
        id: `${head.id}${about}: ${given.id} dalam ${tried} percobaan.`,
        en: `${head.en}${about}: ${given.en} in ${tried} trials.`,
      },
    ];
  }
  return changes.map(({ sentence }) => ({
    id: `${head.id}${about} ${sentence.id}.`,
    en: `${head.en}${about} ${sentence.en}.`,
  }));
}
