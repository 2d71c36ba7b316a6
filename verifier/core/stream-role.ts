/** Whether a stream's decisions must be made again. The file's word for it is sealed nowhere, the kind is. */
import type { Sentence } from './findings.ts';
import type { StreamLine } from './line-types.ts';
import { streamName } from './names.ts';

export type StreamRole = StreamLine['role'];

const REGISTER = 'register';

/** Only a stream of kind `register` may go without being decided again; where the scope asks about one, it does not. */
export function roleOf({ stream, kind, role }: StreamLine): StreamRole {
  return kind === REGISTER && kindInName(stream) === REGISTER ? role : 'subject';
}

/** Why the line's own word cannot stand; undefined where it can. */
export function roleProblem(line: StreamLine): Sentence | undefined {
  const { stream, kind, role } = line;
  const name = streamName(stream);
  if (kindInName(stream) !== kind) {
    return {
      id: `Berkas menyebut ${name.id} berjenis ${kind}; menurut namanya jenisnya ${kindInName(stream)}.`,
      en: `The file calls ${name.en} a stream of kind ${kind}; by its name its kind is ${kindInName(stream)}.`,
    };
  }
  if (role === roleOf(line)) return undefined;
  return {
    id: `Berkas menyebut ${name.id} sebuah register; aliran jenis ${kind} adalah subjek dan harus dihitung ulang.`,
    en: `The file calls ${name.en} a register; a stream of kind ${kind} is a subject and must be decided again.`,
  };
}

/** Rules find a stream's decider by the first part of its name. */
const kindInName = (stream: string): string => stream.slice(0, Math.max(stream.indexOf('/'), 0));
