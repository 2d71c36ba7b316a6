/** What the code itself says. */
import type { StartingPolicy } from './starting-policy.ts';
import { CODE, CODE_IN_FORCE as from } from './starting-policy.ts';

export const STATUTE = {
  threat_limit_months: {
    unit: 'months',
    from,
    value: 60,
    source: `${CODE} art. 85(1)`,
    id: 'Ancaman pidana harus kurang dari angka ini; tepat sama tidak cukup.',
    en: 'The maximum threatened prison must be strictly below this; exactly this is not enough.',
  },
  replaced_prison_limit_days: {
    unit: 'days',
    from,
    value: 180,
    source: `${CODE} art. 85(1), 184`,
    id: 'Pidana penjara yang digantikan paling lama 6 Bulan, dan satu Bulan adalah 30 Hari.',
    en: 'The replaced prison term is at most 6 months of 30 days.',
  },
  fine_category_2_rupiah: {
    unit: 'rupiah',
    from,
    value: 10_000_000,
    source: `${CODE} art. 79(1)(b), 85(1)`,
    id: 'Denda yang digantikan paling banyak kategori II.',
    en: 'The replaced fine is at most category II.',
  },
  minimum_hours: {
    unit: 'hours',
    from,
    value: 8,
    source: `${CODE} art. 85(4)`,
    id: 'Lama kerja sosial paling singkat.',
    en: 'Fewest hours that may be ordered.',
  },
  maximum_hours: {
    unit: 'hours',
    from,
    value: 240,
    source: `${CODE} art. 85(4)`,
    id: 'Lama kerja sosial paling lama.',
    en: 'Most hours that may be ordered.',
  },
  daily_limit_minutes: {
    unit: 'minutes',
    from,
    value: 480,
    source: `${CODE} art. 85(5)`,
    id: 'Menit yang dapat dihitung dalam satu hari, untuk semua lokasi.',
    en: 'Minutes that can be credited on one day, across all sites.',
  },
  fine_substitute_rupiah_per_hour: {
    unit: 'rupiah per hour',
    from,
    value: 50_000,
    source: `${CODE} art. 82(4)`,
    question: 'L-11',
    id: 'Pembayaran denda sebesar ini atau kurang mengurangi satu jam kerja sosial pengganti.',
    en: 'A payment of this much or less takes one hour off the substitute.',
  },
  minimum_age_years: {
    unit: 'years',
    from,
    value: 18,
    source: 'UU 11/2012',
    id: 'Umur paling muda pada saat perbuatan untuk jalur ini; di bawahnya berlaku peradilan anak.',
    en: 'Youngest age at the act on this route; below it juvenile justice applies.',
  },
} as const satisfies { [name: string]: StartingPolicy };
