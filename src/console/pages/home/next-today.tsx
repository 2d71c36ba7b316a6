/** Who or which class comes next today: the first thing a site and an instructor look for. */
import { entityPath } from '../../addresses.ts';
import { useWords } from '../../parts/rendering.ts';
import { ButtonLink } from '../../parts/structure.tsx';
import type { TokenRole } from '../../session/session.ts';
import type { MatterPage, NamedRows } from '../../work/matters.ts';
import { MatterSubject } from '../../work/subject.tsx';

export function NextToday({
  page,
  names,
  role,
}: {
  readonly page: MatterPage;
  readonly names: NamedRows;
  readonly role: TokenRole;
}) {
  const t = useWords();
  const rows = [...page.items].sort((a, b) => ((a.hours?.[0] ?? '') < (b.hours?.[0] ?? '') ? -1 : 1));
  const firstClass = rows.find(({ entityId }) => entityId)?.entityId;
  return (
    <section class="titian-card titian-next" aria-labelledby="next">
      <h2 class="govuk-heading-m" id="next">
        {t({ id: 'Berikutnya', en: 'Next' })}
      </h2>
      <ul class="govuk-list">
        {rows.map((matter) => (
          <li>
            <strong class="titian-numeric">
              {(matter.hours ?? []).map((one) => one.replaceAll(':', '.').replace('-', '–')).join(', ')}
            </strong>{' '}
            <MatterSubject matter={matter} names={names} />
          </li>
        ))}
      </ul>
      {role === 'SITE_SUPERVISOR' ? (
        <ButtonLink href="/attendance">{t({ id: 'Catat kehadiran', en: 'Record attendance' })}</ButtonLink>
      ) : firstClass ? (
        <ButtonLink href={entityPath('class', firstClass)}>
          {t({ id: 'Buka kelas', en: 'Open the class' })}
        </ButtonLink>
      ) : null}
    </section>
  );
}
