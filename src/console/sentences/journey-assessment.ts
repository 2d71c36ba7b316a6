/** Sentences about assessments: application, assessors, test, plenary. */
import type { AssessmentEvents } from '../../domain/journey/assessment/events.ts';
import type { UnitResult } from '../../domain/journey/assessment/terms.ts';
import { ASSESSMENT_CANCELLED, ASSESSOR, ATTEMPT, CONFLICT, POSTPONED, RECUSED } from './codes-learning.ts';
import type { Telling } from './telling.ts';
import { about, type TemplatesOf, words } from './template.ts';

const assessment = about('assessment');

/** `kompeten 4 unit, belum kompeten 1 unit`. */
const outcome = (results: readonly UnitResult[], t: Telling) => {
  const able = results.filter(({ result }) => result === 'K').length;
  const notYet = results.length - able;
  const all = words(`kompeten ${t.units(able)}`, `competent in ${t.units(able)}`);
  if (notYet === 0) return all;
  return words(`${all.id}, belum kompeten ${t.units(notYet)}`, `${all.en}, not yet in ${t.units(notYet)}`);
};

export const ASSESSMENT = {
  AssessmentRequested: assessment('Asesmen diajukan', 'An assessment was applied for', (d, t) => {
    const id = `Asesmen skema ${t.name(d.schemeId)} diajukan ke ${t.name(d.certificationBody)} pada ${t.date(d.requestedOn)}`;
    const en = `An assessment in ${t.name(d.schemeId)} was applied for at ${t.name(d.certificationBody)} on ${t.date(d.requestedOn)}`;
    return d.basis.kind === 'RPL'
      ? words(`${id}, berdasarkan pengalaman`, `${en}, on the ground of earlier experience`)
      : words(id, en);
  }),
  RequirementsIncomplete: assessment(
    'Persyaratan asesmen belum lengkap',
    'The requirements are not complete yet',
    (d, t) =>
      words(
        `Persyaratan asesmen belum lengkap: kurang ${t.size(d.missing, { id: 'hal', en: ['item', 'items'] })}`,
        `The requirements are not complete yet: ${t.size(d.missing, { id: 'hal', en: ['item is', 'items are'] })} missing`,
      ),
  ),
  RequirementsVerified: assessment('Persyaratan asesmen lengkap', 'The requirements were verified'),
  AssessorAssigned: assessment('Asesor ditugaskan', 'An assessor was assigned', ({ role }, t) =>
    words(
      `Asesor ditugaskan sebagai ${t.of(ASSESSOR, role)}`,
      `An assessor was assigned: ${t.of(ASSESSOR, role)}`,
    ),
  ),
  AssessorRecused: assessment('Asesor mundur', 'An assessor stepped back', ({ reason }, t) =>
    words(
      `Asesor mundur karena ${t.of(RECUSED, reason)}`,
      `An assessor stepped back because ${t.of(RECUSED, reason)}`,
    ),
  ),
  AssessorConflictFound: assessment(
    'Benturan kepentingan asesor ditemukan; hasil uji dibekukan',
    'A conflict of interest of an assessor was found; the result is frozen',
    (d, t) =>
      words(
        `Benturan kepentingan asesor ditemukan pada ${t.date(d.foundOn)}: ${t.of(CONFLICT, d.ground)}; hasil uji dibekukan`,
        `A conflict of interest was found on ${t.date(d.foundOn)} because ${t.of(CONFLICT, d.ground)}; the result is frozen`,
      ),
  ),
  AssessmentScheduled: assessment('Uji dijadwalkan', 'The test was scheduled', (d, t) =>
    words(
      `Uji dijadwalkan pada ${t.day(d.on)} di ${t.name(d.testPlace.placeId)}`,
      `The test was scheduled for ${t.day(d.on)} at ${t.name(d.testPlace.placeId)}`,
    ),
  ),
  AssessmentPostponed: assessment('Uji ditunda', 'The test was postponed', (d, t) =>
    words(
      `Uji tanggal ${t.date(d.from)} ditunda karena ${t.of(POSTPONED, d.reason)}`,
      `The test of ${t.date(d.from)} was postponed because ${t.of(POSTPONED, d.reason)}`,
    ),
  ),
  TestPlaceReplanDue: assessment(
    'Tempat uji mungkin tidak cocok lagi; LSP perlu menetapkan yang lain',
    'The test place may no longer fit; the certification body is to name another',
  ),
  AdjustmentAgreed: assessment('Penyesuaian cara uji disepakati', 'Adjustments of the test were agreed'),
  AssessmentConsented: assessment(
    'Persetujuan asesmen ditandatangani',
    'The agreement to the test was signed',
    (d, t) =>
      words(
        `Persetujuan asesmen ditandatangani pada ${t.date(d.signedOn)}`,
        `The agreement to the test was signed on ${t.date(d.signedOn)}`,
      ),
  ),
  AssessmentTaken: assessment('Uji dilaksanakan', 'The test was taken', (d, t) =>
    words(
      `Uji dilaksanakan pada ${t.date(d.takenOn)}: ${t.units(d.evidence.length)}`,
      `The test was taken on ${t.date(d.takenOn)}: ${t.units(d.evidence.length)}`,
    ),
  ),
  RecommendationOverdue: assessment(
    'Rekomendasi asesor terlambat',
    'The recommendation of the assessor is overdue',
  ),
  RecommendationFiled: assessment(
    'Asesor memberi rekomendasi',
    'The assessor filed a recommendation',
    (d, t) => {
      const result = outcome(d.results, t);
      return words(
        `Asesor memberi rekomendasi: ${result.id}`,
        `The assessor filed a recommendation: ${result.en}`,
      );
    },
  ),
  RecommendationReturned: assessment(
    'Rekomendasi dikembalikan kepada asesor',
    'The recommendation was returned to the assessor',
  ),
  RecommendationReviewed: assessment('Rekomendasi ditinjau', 'The recommendation was reviewed'),
  PlenaryOverdue: assessment('Rapat pleno terlambat', 'The plenary is overdue'),
  PlenaryHeld: assessment('Rapat pleno diadakan', 'The plenary was held', (d, t) => {
    const result = outcome(d.results, t);
    return words(
      `Rapat pleno diadakan pada ${t.date(d.heldOn)}: ${result.id}`,
      `The plenary was held on ${t.date(d.heldOn)}: ${result.en}`,
    );
  }),
  DeclaredCompetent: assessment('Dinyatakan kompeten', 'The person was declared competent', (d, t) =>
    words(
      `Dinyatakan kompeten dalam skema ${t.name(d.schemeId)} pada ${t.date(d.decidedOn)}, berdasarkan ${t.of(ATTEMPT, d.attempt)}`,
      `The person was declared competent in ${t.name(d.schemeId)} on ${t.date(d.decidedOn)}, after ${t.of(ATTEMPT, d.attempt)}`,
    ),
  ),
  DeclaredNotYetCompetent: assessment(
    'Dinyatakan belum kompeten',
    'The person was declared not yet competent',
    (d, t) => {
      const id = `Dinyatakan belum kompeten dalam ${t.units(d.failedUnits.length)} pada ${t.date(d.decidedOn)}`;
      const en = `The person was declared not yet competent in ${t.units(d.failedUnits.length)} on ${t.date(d.decidedOn)}`;
      if (d.appealUntil === null) return words(id, en);
      const until = t.dayOf(d.appealUntil);
      return words(
        `${id}; banding dapat diajukan sampai ${until}`,
        `${en}; an appeal can be filed until ${until}`,
      );
    },
  ),
  AssessmentHandedOver: assessment(
    'Asesmen dialihkan ke LSP lain',
    'The assessment was handed over',
    (d, t) =>
      words(
        `Asesmen dialihkan dari ${t.name(d.from)} ke ${t.name(d.certificationBody)}`,
        `The assessment was handed over from ${t.name(d.from)} to ${t.name(d.certificationBody)}`,
      ),
  ),
  AssessmentCancelled: assessment('Asesmen dibatalkan', 'The assessment was cancelled', ({ reason }, t) =>
    words(
      `Asesmen dibatalkan karena ${t.of(ASSESSMENT_CANCELLED, reason)}`,
      `The assessment was cancelled because ${t.of(ASSESSMENT_CANCELLED, reason)}`,
    ),
  ),
  AssessmentVoided: assessment('Asesmen dinyatakan tidak berlaku', 'The assessment was declared void'),
} satisfies Partial<TemplatesOf<AssessmentEvents>>;
