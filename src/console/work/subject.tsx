/** Whom or what a matter is about: by name where this desk may call anybody by name, else by a neutral label. */
import { mayRead } from '../../access/roles.ts';
import { entityPath, personPath, targetPath } from '../addresses.ts';
import { useRendering, useWords } from '../parts/rendering.ts';
import { Link } from '../parts/structure.tsx';
import type { Words } from '../words/words.ts';
import type { Matter, NamedRows } from './matters.ts';

/** The last signs of an id: enough to tell rows apart, and nobody's number. */
export const shortCode = (id: string): string => id.slice(-4).toUpperCase();

const KINDS: { readonly [kind: string]: Words } = {
  journey: { id: 'Orang', en: 'Person' },
  class: { id: 'Kelas', en: 'Class' },
  certificate: { id: 'Sertifikat', en: 'Certificate' },
  permit: { id: 'RPTKA', en: 'Permit' },
  finding: { id: 'Temuan', en: 'Finding' },
  site: { id: 'Lokasi', en: 'Site' },
  assessor: { id: 'Asesor', en: 'Assessor' },
};
const ASSESSMENT: Words = { id: 'Asesmen', en: 'Assessment' };
const PROPOSAL: Words = { id: 'Calon', en: 'Candidate' };

/** Pages of their own; what else there is opens by its next step. */
const WITH_PAGE: readonly string[] = ['class', 'finding', 'certificate', 'permit'];

export function MatterSubject({ matter, names }: { readonly matter: Matter; readonly names: NamedRows }) {
  const t = useWords();
  const { session } = useRendering();
  const { personId, entityKind, entityId, subject, about } = matter;
  const more = about === null ? undefined : names.codes.get(about);
  if (personId) {
    const label = names.people.get(personId) ?? `${t(KINDS.journey!)} ${shortCode(personId)}`;
    const actor = session?.actor;
    return actor !== undefined && mayRead(actor, 'read-journey').allowed ? (
      <Link href={personPath(personId)}>{label}</Link>
    ) : (
      label
    );
  }
  const isProposal = matter.work === 'proposal-answer' || matter.work === 'confirm-hire';
  const ofJourney = entityKind === 'journey';
  const kind = ofJourney ? (isProposal ? PROPOSAL : ASSESSMENT) : (KINDS[entityKind] ?? ASSESSMENT);
  const id = entityId ?? subject ?? '';
  const label = `${t(kind)} ${more ?? (ofJourney ? shortCode(id) : (names.codes.get(id) ?? id))}`;
  const linked = ofJourney
    ? targetPath({ kind: isProposal ? 'proposal' : 'assessment', id })
    : WITH_PAGE.includes(entityKind) && entityId
      ? entityPath(entityKind, entityId)
      : null;
  return (
    <>
      {linked === null ? label : <Link href={linked}>{label}</Link>}
      {more === undefined || !ofJourney ? null : <span class="titian-work__code"> {shortCode(id)}</span>}
    </>
  );
}
