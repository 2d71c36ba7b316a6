/** What leaves the house as a number. */
import type { StartingPolicy } from './starting-policy.ts';

/** Boards count what is older than the penal code, too. */
const from = '2017-01-01';

export const PUBLICATION_RULES = {
  small_number_threshold: {
    unit: 'people: the smallest number that is published',
    from,
    value: 5,
    source: 'design E-06: statistical practice, no Indonesian rule was found',
    id: 'Angka terkecil yang ditampilkan di papan; yang lebih kecil ditulis “<5”.',
    en: 'The smallest number that boards show; what is smaller is written “<5”.',
  },
} as const satisfies { [name: string]: StartingPolicy };
