/** The sentences of an explained deadline. */
import type { DeadlineExplanation } from './deadline.ts';
import type { Arithmetic, DueDate } from './due-date.ts';
import type { InputName } from './inputs.ts';
import type { Words } from './words.ts';

export function deadlineWords(told: Omit<DeadlineExplanation, 'sentences'>): Words[] {
  const { kind, subject, stream, dueAt, armedBy } = told;
  const on = `${dueAt.date} ${dueAt.zone}`;
  return [
    {
      id: `Tenggat ${kind} atas ${subject} pada ${stream} jatuh pada ${on}; dipasang oleh keputusan ${armedBy.sequence} (${armedBy.command}).`,
      en: `The deadline ${kind} of ${subject} in ${stream} is due on ${on}; armed by decision ${armedBy.sequence} (${armedBy.command}).`,
    },
    ...dueWords(told),
    ...(told.due?.movedBy ?? []).map(movedWords),
    ...stateWords(told),
  ];
}

function dueWords({ due, rules }: Omit<DeadlineExplanation, 'sentences'>): Words[] {
  if (due === null) {
    return [
      {
        id: 'Tidak ditemukan satu masukan pun yang menggesernya: tanggalnya berasal dari dokumen atau aturan tetap.',
        en: 'No single input was found that moves it: the date comes from a paper or from a fixed rule.',
      },
    ];
  }
  const { arithmetic, sequence } = due;
  if (arithmetic === null) {
    return [
      {
        id: `Tanggalnya ditetapkan dalam keputusan ${sequence}.`,
        en: `The date was fixed in decision ${sequence}.`,
      },
    ];
  }
  const { source = '', factVersion = 0 } = rules.find(({ policy }) => policy === arithmetic.policy) ?? {};
  const { id, en } = countWords(arithmetic);
  return [
    {
      id: `${id} (${arithmetic.policy}, ${source}, register versi ${factVersion}), dihitung dari ${arithmetic.field} ${arithmetic.from} dalam keputusan ${sequence}${calendarWords(arithmetic).id}.`,
      en: `${en} (${arithmetic.policy}, ${source}, register version ${factVersion}), counted from ${arithmetic.field} ${arithmetic.from} in decision ${sequence}${calendarWords(arithmetic).en}.`,
    },
  ];
}

const UNITS: { readonly [unit: string]: string } = {
  days: 'hari',
  'working days': 'hari kerja',
  months: 'bulan',
  years: 'tahun',
};

const countWords = ({ count, unit }: Arithmetic): Words => ({
  id: `${count} ${UNITS[unit] ?? unit}`,
  en: `${count} ${unit}`,
});

function calendarWords({ calendar }: Arithmetic): Words {
  if (calendar === null) return { id: '', en: '' };
  const { key, version, holidays } = calendar;
  const passed =
    holidays.length === 0
      ? { id: 'tanpa libur di antaranya', en: 'no holiday between' }
      : { id: `libur dilewati: ${holidays.join(', ')}`, en: `holidays passed over: ${holidays.join(', ')}` };
  return {
    id: `, menurut ${key} versi ${version}, ${passed.id}`,
    en: `, by ${key} version ${version}, ${passed.en}`,
  };
}

function movedWords({ input, step, to }: DueDate['movedBy'][number]): Words {
  const name = inputWords(input);
  const value = String(step);
  return to === null
    ? {
        id: `Dengan ${name.id} ${value} tenggat ini tidak ada.`,
        en: `With ${name.en} ${value} there is no such deadline.`,
      }
    : {
        id: `Dengan ${name.id} ${value} jatuh pada ${to}.`,
        en: `With ${name.en} ${value} it falls on ${to}.`,
      };
}

function inputWords(input: InputName): Words {
  switch (input.kind) {
    case 'policy':
      return { id: input.policy, en: input.policy };
    case 'sent':
      return { id: 'pengiriman pada', en: 'sending on' };
    case 'happened':
      return { id: 'kejadian pada', en: 'its happening on' };
    default: {
      const path = 'path' in input ? input.path : input.kind;
      return { id: path, en: path };
    }
  }
}

function stateWords({ state, acts, endedBy, dueAt }: Omit<DeadlineExplanation, 'sentences'>): Words[] {
  const what =
    acts.length === 0
      ? { id: 'tanpa peristiwa lain', en: 'nothing else' }
      : { id: acts.join(', '), en: acts.join(', ') };
  if (state === 'ARMED') {
    return [
      {
        id: `Akan bertindak pada ${dueAt.date} ${dueAt.zone} dan, menurut keadaan sekarang, mencatat: ${what.id}.`,
        en: `It will act on ${dueAt.date} ${dueAt.zone} and, as things stand, record: ${what.en}.`,
      },
    ];
  }
  const { sequence, command, decidedAt } = endedBy!;
  return state === 'FIRED'
    ? [
        {
          id: `Bertindak dalam keputusan ${sequence} pada ${decidedAt} dan mencatat: ${what.id}.`,
          en: `It acted in decision ${sequence} at ${decidedAt} and recorded: ${what.en}.`,
        },
      ]
    : [
        {
          id: `Dibatalkan oleh keputusan ${sequence} (${command}) pada ${decidedAt}.`,
          en: `It was cancelled by decision ${sequence} (${command}) at ${decidedAt}.`,
        },
      ];
}
