import type { PartSamples } from './part.ts';

export const findingSamples: PartSamples = {
  'open-finding': {
    ...{ subjectStream: 'class/las-1', eventVersion: 1, kind: 'BACKDATED', list: 'backdating' },
    ...{ text: 'Catatan contoh', office: 'bbpvp-medan' },
  },
  'answer-finding': { text: 'Jawaban contoh' },
  'close-finding': { outcome: 'ACCEPTED_RISK', reason: 'Alasan contoh' },
};
