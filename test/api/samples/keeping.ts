import { journeyDecider } from '../../../src/domain/journey/decider.ts';
import { sizeOf } from '../../../src/domain/journey/size.ts';
import type { PartSamples } from './part.ts';

const reason = 'Alasan contoh';
const initial = journeyDecider.initialState('p-1');
const { personId: _id, keeping: _keeping, ...state } = initial;
const size = sizeOf(initial);
const carried = { shape: 1, state };

export const keepingSamples: PartSamples = {
  'merge-person': { otherPersonId: 'p0123456789abcdef0123456789abcdef', reason },
  'unmerge-person': { otherPersonId: 'p0123456789abcdef0123456789abcdef', reason },
  'be-merged': { into: 'p-1', diedOn: null, size, isCandidate: false },
  'adopt-person': { from: 'p-1', carried },
  'note-merge-refused': { from: 'p-1', code: 'TOO_MANY' },
  'return-person': { from: 'p-1', carried },
  'place-legal-hold': { reason },
  'lift-legal-hold': { reason },
  'file-rights-request': { kind: 'ERASURE', note: reason },
  'answer-rights-request': {
    ...{ requestId: 'r1', outcome: 'REFUSED', article: 'UU 27/2022 art. 15', reason, hidden: true },
  },
  'report-data-breach': { breachId: 'kebocoran-2026-1', categories: ['IDENTITY'], note: reason },
  'notify-data-breach': { breachId: 'kebocoran-2026-1', told: 'AGENCY' },
};
