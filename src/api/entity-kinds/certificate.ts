/** Certificates as the API names, reaches and shows them: by the LSP that issued them, without the holder. */
import { certificateDecider } from '../../domain/certificate/decider.ts';
import type { CertificateState } from '../../domain/certificate/state.ts';
import type { EntityKindEntry } from './entity-kind.ts';

export const certificateKind: EntityKindEntry<CertificateState> = {
  kind: 'certificate',
  resource: 'certificates',
  title: { id: 'sertifikat', en: 'certificate' },
  read: 'read-certificate',
  decider: certificateDecider,
  // Only the journey of the person begins one, by a message after the plenary decided.
  opening: [],
  isId: (id) => /^t[0-9a-f]{28}$/.test(id),
  touched: (state) => ({
    certificationBodies:
      state?.details === undefined || state.details === null ? [] : [state.details.certificationBody],
  }),
  view: (_actor, state) => {
    const { details, ...shown } = state;
    if (details === null) return undefined;
    // The address leads to the journey, for the relay alone.
    const { holderAddress: _hidden, ...open } = details;
    return { ...shown, ...open };
  },
};
