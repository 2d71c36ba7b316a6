/** What must not stand on a page of a desk that does not know where somebody comes from (G-08, I-8). */

/** Desks that train, assess, certify, place or employ: none of them learns of a sentence. */
export const ORIGIN_BLIND: ReadonlySet<string> = new Set([
  'INSTRUCTOR@bbpvp-medan',
  'CERTIFICATION_BODY_ADMINISTRATOR@lsp-p2-bbpvp-medan',
  'ASSESSOR@lsp-p2-bbpvp-medan',
  'PLACEMENT_OFFICER@disnaker-medan',
  'EMPLOYER@percontohan-galangan',
  'PERMIT_OFFICER@dit-pptka',
]);

/** Of the pilot's stories, and of the law that they are about. */
export const ORIGIN_WORDS: readonly string[] = [
  ...['Pid.B', 'PN Mdn', 'PN Kds', 'pasal 466', 'art. 466', 'terpidana', 'narapidana', 'tindak pidana'],
  ...['BI.520/2026', 'convict', 'offence'],
];
