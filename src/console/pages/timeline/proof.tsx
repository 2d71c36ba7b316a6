/** That an event stands in the sealed log: what the receipt says in words, and how a stranger checks it. */
import type { SignedIn } from '../../page.ts';
import { ButtonLink, Details, Heading, Paragraph } from '../../parts/structure.tsx';
import { Text } from '../../parts/text.tsx';
import type { TimelineKind } from '../../timeline/events.ts';

/** What a receipt (c2sp.org/tlog-proof) says, as far as a page tells it. */
interface Told {
  readonly index: string | undefined;
  readonly origin: string | undefined;
  readonly size: string | undefined;
  readonly signatures: number;
}

/** The file's lines: index, path, then the checkpoint: origin, size, root, and its signatures after a blank line. */
export function toldOf(receipt: string): Told {
  const lines = receipt.split('\n');
  const index = lines.find((line) => line.startsWith('index '))?.slice('index '.length);
  const blank = lines.indexOf('');
  const [origin, size] = lines.slice(blank + 1);
  return { index, origin, size, signatures: lines.filter((line) => line.startsWith('— ')).length };
}

export async function proofPart({ api }: SignedIn, kind: TimelineKind, id: string, version: number) {
  const path = `/api/v1/receipts/${kind}/${encodeURIComponent(id)}/events/${version}`;
  const { status, bytes } = await api.file(path);
  return (
    <section>
      <Heading level={2}>
        <Text of={{ id: 'Bukti', en: 'Proof' }} />
      </Heading>
      {status === 200 ? (
        <Sealed
          told={toldOf(bytes.toString('utf8'))}
          save={`/events/${kind}/${encodeURIComponent(id)}/${version}/receipt`}
        />
      ) : (
        <NotShown code={codeOf(bytes)} />
      )}
    </section>
  );
}

function codeOf(bytes: Buffer): string {
  try {
    return String((JSON.parse(bytes.toString('utf8')) as { code?: unknown }).code);
  } catch {
    return '';
  }
}

function Sealed({ told, save }: { readonly told: Told; readonly save: string }) {
  const { index = '?', size = '?', origin = '?', signatures } = told;
  return (
    <>
      <Paragraph>
        <Text
          of={{
            id: `Peristiwa ini adalah daun nomor ${index} dalam catatan tersegel ${origin}. Titik periksa dengan ${size} daun memuatnya dan ditandatangani oleh ${signatures} pihak.`,
            en: `This event is leaf number ${index} of the sealed log ${origin}. The checkpoint of ${size} leaves holds it and carries ${signatures} signature(s).`,
          }}
        />
      </Paragraph>
      <ButtonLink secondary href={save}>
        <Text of={{ id: 'Unduh tanda bukti', en: 'Download the receipt' }} />
      </ButtonLink>
      <Details summary={<Text of={{ id: 'Cara memeriksanya sendiri', en: 'How to check it yourself' }} />}>
        <Paragraph>
          <Text
            of={{
              id: 'Di komputer mana pun, tanpa Titian: program pemeriksa (verify.mjs atau verify.html) dengan tanda bukti ini dan kebijakan kepercayaan catatan. Ia menghitung ulang sidik peristiwa dan mencocokkannya dengan titik periksa.',
              en: 'On any computer, without Titian: the verifier (verify.mjs or verify.html) with this receipt and the log’s trust policy. It computes the event’s hash again and holds it against the checkpoint.',
            }}
          />
        </Paragraph>
        <pre class="titian-code-line">
          <code>node verify.mjs receipt titian.tlog-proof --policy trust.txt</code>
        </pre>
      </Details>
    </>
  );
}

function NotShown({ code }: { readonly code: string }) {
  return (
    <Paragraph>
      {code === 'NOT_SEALED_YET' ? (
        <Text
          of={{
            id: 'Belum tersegel: titik periksa berikutnya ditandatangani paling lama satu menit lagi. Muat ulang halaman ini.',
            en: 'Not sealed yet: the next checkpoint is signed within a minute. Reload this page.',
          }}
        />
      ) : (
        <Text
          of={{
            id: 'Tanda bukti memuat seluruh baris catatan. Meja Anda melihat sebagian saja; auditor dapat memintanya.',
            en: 'A receipt shows the whole row of the record. Your desk sees a part of it; an auditor can ask for it.',
          }}
        />
      )}
    </Paragraph>
  );
}
