/** Who acted, the system itself among them. */
import { ROLE_WORDS } from '../words/roles.ts';
import { same, type Words } from '../words/words.ts';

const SYSTEM: Words = { id: 'Sistem', en: 'The system' };

export const roleWords = (role: string): Words =>
  role === 'SYSTEM'
    ? SYSTEM
    : Object.hasOwn(ROLE_WORDS, role)
      ? ROLE_WORDS[role as keyof typeof ROLE_WORDS]
      : same(role);
