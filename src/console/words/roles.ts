/** What the desks are called. */
import type { TokenRole } from '../session/session.ts';
import type { Words } from './words.ts';

export const ROLE_WORDS: { readonly [R in TokenRole]: Words } = {
  PIDUM_STAFF: { id: 'Staf Pidum', en: 'Criminal section staff' },
  EXECUTING_PROSECUTOR: { id: 'Jaksa eksekutor', en: 'Executing prosecutor' },
  PROBATION_COUNSELLOR: { id: 'Pembimbing kemasyarakatan (PK)', en: 'Probation counsellor' },
  SITE_SUPERVISOR: { id: 'Pengawas tempat kerja sosial', en: 'Site supervisor' },
  PRISON_OFFICER: { id: 'Petugas Lapas', en: 'Prison officer' },
  INSTRUCTOR: { id: 'Instruktur', en: 'Instructor' },
  TRAINING_CENTRE_ADMINISTRATOR: { id: 'Admin balai pelatihan', en: 'Training centre administrator' },
  ASSESSOR: { id: 'Asesor kompetensi', en: 'Assessor' },
  CERTIFICATION_BODY_ADMINISTRATOR: { id: 'Admin LSP', en: 'Certification body administrator' },
  PLACEMENT_OFFICER: { id: 'Pengantar kerja', en: 'Placement officer' },
  REFERRAL_OFFICER: { id: 'Petugas rujukan', en: 'Referral officer' },
  PERMIT_OFFICER: { id: 'Petugas izin TKA', en: 'Permit officer' },
  EMPLOYER: { id: 'Pemberi kerja', en: 'Employer' },
  AUDITOR: { id: 'Auditor', en: 'Auditor' },
  PERSON: { id: 'Orang yang bersangkutan', en: 'The person concerned' },
  REGISTRAR: { id: 'Admin register pusat', en: 'Central registrar' },
};
