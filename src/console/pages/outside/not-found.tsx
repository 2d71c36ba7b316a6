import { Heading, Paragraph } from '../../parts/structure.tsx';
import { Text } from '../../parts/text.tsx';

export const NotFoundBody = () => (
  <>
    <Heading>
      <Text of={{ id: 'Tidak ditemukan', en: 'Not found' }} />
    </Heading>
    <Paragraph>
      <Text
        of={{
          id: 'Yang Anda cari tidak ada, atau tidak tersedia lagi.',
          en: 'What you look for does not exist, or is no longer available.',
        }}
      />
    </Paragraph>
  </>
);
