/** A bundle to take home, and how it is checked there without anybody's help. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findPackageRoot } from '../../../ledger/package-root.ts';
import { ApiRefused, type Problem } from '../../api.ts';
import { given, officeChoices } from '../../audit/places.ts';
import type { DeskPage, SignedIn } from '../../page.ts';
import { Button } from '../../parts/form.tsx';
import { useWords } from '../../parts/rendering.ts';
import { Empty, Heading, Lead, Link, Paragraph } from '../../parts/structure.tsx';
import type { Words } from '../../words/words.ts';
import { AskForm, type Choice, Fields, SelectField, TextField } from './fields.tsx';
import { AuditBack } from './stream-frame.tsx';

const TITLE: Words = { id: 'Ekspor berkas audit', en: 'Export an audit bundle' };
/** Built with the product: what an auditor's own computer runs. */
const VERIFIERS: { readonly [file: string]: string } = {
  'verify.html': 'text/html; charset=utf-8',
  'verify.mjs': 'text/javascript; charset=utf-8',
};
const verifierFile = (file: string): string => join(findPackageRoot(), 'dist', 'verifier', file);

export const exportPages: readonly DeskPage[] = [
  {
    method: 'GET',
    path: '/audit/export',
    roles: ['AUDITOR'],
    async open({ book, query }) {
      const offices = await officeChoices(book, {
        value: '',
        words: { id: 'Pilih kantor', en: 'Choose an office' },
      });
      const verifiers = Object.keys(VERIFIERS).filter((file) => existsSync(verifierFile(file)));
      return {
        title: TITLE,
        within: '/audit',
        before: <AuditBack />,
        body: <Export offices={offices} query={query} verifiers={verifiers} />,
      };
    },
  },
  {
    method: 'GET',
    path: '/audit/export/file',
    roles: ['AUDITOR'],
    async open({ api, query, session }) {
      const scope = query.scope ?? '';
      const wanted: { readonly [scope: string]: readonly string[] } = {
        person: ['id', 'since'],
        class: ['id', 'since'],
        office: ['id', 'from', 'to', 'since'],
        period: ['from', 'to', 'since'],
      };
      const id = scope === 'office' ? query.office : query.id;
      const asked = given(
        { ...query, id },
        ...((Object.hasOwn(wanted, scope) ? wanted[scope] : undefined) ?? []),
      );
      const bundle = await api.file('/api/v1/audit/bundle', {
        scope,
        ...asked,
        ...(scope === 'office' ? { world: session.world } : {}),
      });
      if (bundle.status !== 200) throw new ApiRefused(JSON.parse(bundle.bytes.toString('utf8')) as Problem);
      const name = /filename="([^"]+)"/.exec(bundle.disposition ?? '')?.[1] ?? 'titian-bundle.jsonl';
      return { file: bundle.bytes, contentType: bundle.contentType, saveAs: name };
    },
  },
  {
    method: 'GET',
    path: '/audit/verifier/:file',
    roles: ['AUDITOR'],
    async open({ params }) {
      const file = params.file ?? '';
      const contentType = Object.hasOwn(VERIFIERS, file) ? VERIFIERS[file] : undefined;
      if (contentType === undefined || !existsSync(verifierFile(file))) return { redirect: '/audit/export' };
      // Saved, never shown here: it is to run on a computer that asks us nothing.
      return { file: readFileSync(verifierFile(file)), contentType, saveAs: file };
    },
  },
];

function Export({
  offices,
  query,
  verifiers,
}: {
  readonly offices: readonly Choice[];
  readonly query: SignedIn['query'];
  readonly verifiers: readonly string[];
}) {
  const t = useWords();
  const sinceField = (
    <TextField
      name="since"
      type="number"
      width="10"
      label={{ id: 'Sejak titik periksa saya (besarnya)', en: 'Since my checkpoint (its size)' }}
      hint={{
        id: 'Boleh kosong. Diisi: berkas membuktikan bahwa log tumbuh darinya.',
        en: 'May stay empty. Filled: the file proves that the log grew out of it.',
      }}
      value={query.since}
    />
  );
  // One form for each scope: names of fields repeat, so each stands in a section of its own with its own ids.
  return (
    <>
      <Heading>{t(TITLE)}</Heading>
      <Lead>
        {t({
          id: 'Berkas ini memuat semua yang tercatat dalam lingkup yang dipilih, dengan segel, tanda tangan, dan aturannya. Ia diperiksa di komputer Anda sendiri, tanpa kami.',
          en: 'The bundle holds all that is recorded in the chosen scope, with seals, signatures and rules. It is checked on your own computer, without us.',
        })}
      </Lead>
      <AskForm action="/audit/export/file">
        <Fields>
          <SelectField
            name="scope"
            label={{ id: 'Lingkup', en: 'Scope' }}
            choices={[
              { value: 'person', words: { id: 'Satu orang', en: 'One person' } },
              { value: 'class', words: { id: 'Satu kelas', en: 'One class' } },
              { value: 'office', words: { id: 'Satu kantor', en: 'One office' } },
              { value: 'period', words: { id: 'Satu masa, semua catatan', en: 'A period, all records' } },
            ]}
            value={query.scope ?? 'person'}
          />
          <TextField
            name="id"
            label={{ id: 'Orang atau kelas (id)', en: 'Person or class (id)' }}
            value={query.id}
          />
          <SelectField
            name="office"
            label={{ id: 'Kantor (bila lingkupnya kantor)', en: 'Office (if the scope is one)' }}
            choices={offices}
            value={query.office}
          />
          <TextField
            name="from"
            type="date"
            width="10"
            label={{ id: 'Sejak (kantor, masa)', en: 'From (office, period)' }}
            value={query.from}
          />
          <TextField
            name="to"
            type="date"
            width="10"
            label={{ id: 'sebelum', en: 'before' }}
            value={query.to}
          />
        </Fields>
        {sinceField}
        <Button>{t({ id: 'Buat dan unduh berkas', en: 'Make and download the bundle' })}</Button>
      </AskForm>
      <Heading level={2}>
        {t({ id: 'Memeriksanya di meja sendiri', en: 'Checking it at your own desk' })}
      </Heading>
      <ol class="govuk-list govuk-list--number titian-prose">
        <li>
          {t({
            id: 'Minta kebijakan kepercayaan dari penyelenggara satu kali, di atas kertas atau lewat jalan Anda sendiri. Cocokkan sidik kuncinya lewat telepon dengan badan yang menjalankan saksi.',
            en: 'Get the trust policy from the operator once, on paper or by a channel of your own. Compare its fingerprints by telephone with the agencies that run the witnesses.',
          })}{' '}
          <Link href="/log/trust-policy">
            {t({ id: 'Kebijakan kepercayaan pemasangan ini', en: 'Trust policy of this installation' })}
          </Link>
        </li>
        <li>
          {t({
            id: 'Di komputer tanpa jaringan, buka verify.html di peramban, lalu pilih berkas dan kebijakannya. Atau: node verify.mjs berkas --policy kebijakan.txt',
            en: 'On a computer without a network open verify.html in a browser and choose bundle and policy. Or: node verify.mjs bundle --policy policy.txt',
          })}
        </li>
        <li>
          {t({
            id: 'Simpan titik periksa yang ditampilkannya. Lain kali berikan kembali: maka terbukti bahwa tidak ada yang ditarik sejak itu.',
            en: 'Keep the checkpoint that it shows. Give it next time: it is then proved that nothing was taken back in between.',
          })}
        </li>
      </ol>
      {verifiers.length === 0 ? (
        <Empty>
          {t({
            id: 'Pemeriksanya belum dibangun di peladen ini. Ambil dari rilis Titian.',
            en: 'The verifier was not built on this server. Take it from a release of Titian.',
          })}
        </Empty>
      ) : (
        <ul class="govuk-list">
          {verifiers.map((file) => (
            <li>
              <Link href={`/audit/verifier/${file}`}>
                {t({ id: 'Unduh', en: 'Download' })} {file}
              </Link>
            </li>
          ))}
        </ul>
      )}
      <Paragraph>
        {t({
          id: 'Pemeriksa dari peladen yang diperiksa adalah bantuan, bukan bukti. Ambil sekali dari rilis, dan pakai terus salinan Anda sendiri.',
          en: 'A verifier from the server under audit is a help, no proof. Take it once from a release, and go on using your own copy.',
        })}
      </Paragraph>
    </>
  );
}
