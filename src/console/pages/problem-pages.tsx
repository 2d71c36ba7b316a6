/** When a page cannot be shown: why, and what one can do. */
import type { Problem } from '../api.ts';
import { Refusal } from '../parts/problem.tsx';
import { Heading, Link, Paragraph } from '../parts/structure.tsx';
import { Text } from '../parts/text.tsx';

export function ProblemPage({ problem }: { readonly problem: Problem }) {
  return (
    <>
      <Heading>
        <Text
          of={
            problem.status === 404
              ? { id: 'Tidak ditemukan', en: 'Not found' }
              : { id: 'Tidak dapat ditampilkan', en: 'This cannot be shown' }
          }
        />
      </Heading>
      <Refusal problem={problem} />
      <Paragraph>
        <Link href="/">
          <Text of={{ id: 'Kembali ke pekerjaan', en: 'Back to work' }} />
        </Link>
      </Paragraph>
    </>
  );
}

/** Not sent: by a form that ran out, or to a page of another desk. */
export function ForbiddenPage({ reason }: { readonly reason: 'form' | 'role' }) {
  return (
    <>
      <Heading>
        <Text
          of={
            reason === 'form'
              ? { id: 'Formulir sudah kedaluwarsa', en: 'This form has run out' }
              : { id: 'Bukan halaman meja Anda', en: 'Not a page of your desk' }
          }
        />
      </Heading>
      <Paragraph>
        <Text
          of={
            reason === 'form'
              ? {
                  id: 'Tidak ada yang terkirim. Buka kembali halamannya dan kirim sekali lagi.',
                  en: 'Nothing was sent. Open the page again and send it once more.',
                }
              : {
                  id: 'Halaman ini milik meja lain. Bila Anda memerlukannya, mintalah kepada meja itu.',
                  en: 'This page belongs to another desk. If you need it, ask that desk.',
                }
          }
        />
      </Paragraph>
      <Paragraph>
        <Link href="/">
          <Text of={{ id: 'Kembali ke pekerjaan', en: 'Back to work' }} />
        </Link>
      </Paragraph>
    </>
  );
}
