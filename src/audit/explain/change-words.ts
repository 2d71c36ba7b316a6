/** The sentence for one change that would have made a decision otherwise. */
import type { JsonValue } from '../../domain/decider.ts';
import { minutesBetween } from '../../domain/time/index.ts';
import type { Input } from './inputs.ts';
import type { Change } from './otherwise.ts';
import { shown } from './shown.ts';
import type { Words } from './words.ts';

type Told = Omit<Change, 'sentence'>;

/** Read after `It would have been accepted …`; a refusal that would follow is named. */
export function changeWords(change: Told, input: Input): Words {
  const how = conditionWords(change, input);
  const { outcome } = change;
  if (outcome === 'accepted') return how;
  return { id: `${how.id} (ditolak: ${outcome})`, en: `${how.en} (refused: ${outcome})` };
}

function conditionWords(change: Told, input: Input): Words {
  const { input: name } = change;
  const range = rangeWords(change);
  const length = lengthWords(change, input);
  switch (name.kind) {
    case 'field':
      return {
        id: `dengan ${name.path} ${range.id}${length.id}`,
        en: `with ${name.path} ${range.en}${length.en}`,
      };
    case 'sent':
      return change.direction === 'up'
        ? {
            id: `bila dikirim pada ${range.id} dan tidak ada hal lain yang dicatat sampai saat itu`,
            en: `if sent on ${range.en}, with nothing else recorded until then`,
          }
        : { id: `bila dikirim pada ${range.id}`, en: `if sent on ${range.en}` };
    case 'happened':
      return { id: `bila terjadi pada ${range.id}`, en: `if it had happened on ${range.en}` };
    case 'document':
      if (name.path !== '') {
        return { id: `dengan dokumen bertanggal ${range.id}`, en: `with a document dated ${range.en}` };
      }
      return change.value === true
        ? { id: 'dengan dokumen terlampir', en: 'with a document attached' }
        : { id: 'tanpa dokumen', en: 'without the document' };
    case 'role':
      return { id: `bila dikirim oleh ${range.id}`, en: `if sent by ${range.en}` };
    case 'policy':
      return {
        id: `bila ${name.policy} bernilai ${range.id} (${name.unit})`,
        en: `if ${name.policy} were ${range.en} (${name.unit})`,
      };
    case 'fact':
      return factWords(name, change, input, range);
    case 'standing':
      return {
        id: `bila ${name.path} yang tercatat ${range.id}`,
        en: `if ${name.path} on record had been ${range.en}`,
      };
    case 'claim':
      return { id: `bila ${name.key} tidak dipegang pihak lain`, en: `if nobody else had held ${name.key}` };
  }
}

function factWords(
  { key, path }: { readonly key: string; readonly path: string },
  { value }: Told,
  input: Input,
  range: Words,
): Words {
  if (Array.isArray(input.value)) {
    const left = new Set((value as JsonValue[]).map((item) => JSON.stringify(item)));
    const gone = input.value.map((item) => JSON.stringify(shown(item))).find((item) => !left.has(item)) ?? '';
    return {
      id: `bila ${path} pada ${key} tidak memuat ${gone}`,
      en: `if ${path} of ${key} had not held ${gone}`,
    };
  }
  return value === null
    ? { id: `bila ${path} pada ${key} kosong`, en: `if ${path} of ${key} were not set` }
    : { id: `bila ${path} pada ${key} ${range.id}`, en: `if ${path} of ${key} were ${range.en}` };
}

/** Values stand as they were tried, so that they can be tried again. */
function rangeWords({ value, until, direction }: Told): Words {
  const near = typeof value === 'object' ? JSON.stringify(value) : String(value);
  if (until === undefined) return { id: near, en: near };
  if (until === null) {
    if (typeof value === 'number') {
      return direction === 'up'
        ? { id: `${near} atau lebih`, en: `${near} or more` }
        : { id: `${near} atau kurang`, en: `${near} or less` };
    }
    return direction === 'up'
      ? { id: `${near} atau sesudahnya`, en: `${near} or later` }
      : { id: `${near} atau sebelumnya`, en: `${near} or earlier` };
  }
  if (until === value) return { id: near, en: near };
  const [low, high] = direction === 'up' ? [near, String(until)] : [String(until), near];
  return { id: `${low} sampai ${high}`, en: `from ${low} to ${high}` };
}

/** A session's start and end are asked as a length: that is what its limit is about. */
function lengthWords({ value, input: name, direction }: Told, { asked }: Input): Words {
  const none = { id: '', en: '' };
  if (name.kind !== 'field' || direction === undefined) return none;
  const data = asked(value).command.data as { start?: unknown; end?: unknown; breaks?: unknown };
  const { start, end } = data;
  if (
    (name.path !== 'start' && name.path !== 'end') ||
    typeof start !== 'string' ||
    typeof end !== 'string'
  ) {
    return none;
  }
  const pauses = Array.isArray(data.breaks) ? (data.breaks as { start: string; end: string }[]) : [];
  const minutes = pauses.reduce(
    (left, pause) => left - minutesBetween(pause.start, pause.end),
    minutesBetween(start, end),
  );
  return { id: ` (${minutes} menit tanpa jeda)`, en: ` (${minutes} minutes without the breaks)` };
}
