/** What stands around every page about one stream: its name, and the ways to look at it. */
import type { ComponentChildren } from 'preact';
import { entityPath, personPath, registerPath } from '../../addresses.ts';
import { kindWords, looksPath, type StreamName, type StreamTab, streamPath } from '../../audit/streams.ts';
import type { Asked } from '../../page.ts';
import { useWords } from '../../parts/rendering.ts';
import { BackLink, Heading, Link, type Tab, Tabs } from '../../parts/structure.tsx';

export const streamOf = ({ params }: Pick<Asked, 'params'>): StreamName => ({
  kind: params.kind ?? '',
  id: params.id ?? '',
});

export const AuditBack = () => <BackLink href="/audit" />;

export function StreamFrame({
  name,
  tab,
  children,
}: {
  readonly name: StreamName;
  /** Absent: the replay on both axes. */
  readonly tab?: StreamTab;
  readonly children: ComponentChildren;
}) {
  const t = useWords();
  const stream = `${name.kind}/${name.id}`;
  const tabs: Tab[] = [
    {
      path: streamPath(stream),
      name: { id: 'Keadaan di dua sumbu waktu', en: 'State on both axes of time' },
    },
    { path: streamPath(stream, 'runs'), name: { id: 'Jalannya alur kerja', en: 'Workflow runs' } },
    { path: streamPath(stream, 'comparison'), name: { id: 'Tiga catatan', en: 'Three accounts' } },
    { path: looksPath(name), name: { id: 'Siapa yang melihat', en: 'Who looked' } },
  ];
  return (
    <>
      <Heading caption={t(kindWords(name.kind))}>
        <span class="titian-mono">{name.id}</span>
      </Heading>
      <p class="govuk-body titian-screen-only">
        <OwnPage name={name} />
      </p>
      <Tabs
        tabs={tabs}
        label={{ id: 'Cara melihat catatan ini', en: 'Ways to look at this record' }}
        current={streamPath(stream, tab === 'replay' ? 'runs' : tab)}
      />
      {children}
    </>
  );
}

/** The page that officers see of the same thing. */
function OwnPage({ name: { kind, id } }: { readonly name: StreamName }) {
  const t = useWords();
  const [register = '', ...entry] = id.split('/');
  const href =
    kind === 'journey'
      ? personPath(id)
      : kind === 'register'
        ? registerPath(register, entry.join('/'))
        : kind === 'class' || kind === 'certificate' || kind === 'permit' || kind === 'finding'
          ? entityPath(kind, id)
          : undefined;
  if (href === undefined) return null;
  return <Link href={href}>{t({ id: 'Buka halaman petugas', en: 'Open the officers’ page' })}</Link>;
}
