/** What became of a form that was sent: read from the record, so that it is the same however often one looks. */

import type { EntityKind } from '../../../catalogue/index.ts';
import { type CommandTarget, entityPath, personPath, registerPath, targetPath } from '../../addresses.ts';
import type { PageResult, SignedIn } from '../../page.ts';
import { codesIn } from '../../sentences/index.ts';
import type { Words } from '../../words/words.ts';
import { DoneView, GoneView, type Outcome, RefusedView, UnknownView } from './done-view.tsx';
import { newId } from './doors.ts';
import type { FormAtHand } from './form-step.ts';
import { nextCommands } from './next-commands.ts';

export async function donePage(asked: SignedIn, form: FormAtHand): Promise<PageResult> {
  const { api, session, book } = asked;
  const answer = await api.get<Outcome>(`/api/v1/commands/${form.formId}`);
  const { title } = form.entry;
  if (!answer.ok) {
    const { problem } = answer;
    if (problem.code === 'NOT_FOUND') {
      return {
        title: { id: 'Isian ini tidak tersimpan lagi', en: 'This form is no longer kept' },
        status: 410,
        body: <GoneView form={form} />,
      };
    }
    const unknown = { id: 'Belum ada jawaban', en: 'No answer yet' };
    return { title: unknown, status: 503, body: <UnknownView form={form} problem={problem} /> };
  }
  const outcome = answer.body;
  const { refusal } = outcome;
  if (refusal !== null || outcome.outcome !== 'accepted') {
    const problem = {
      ...{ type: '', status: 422, code: refusal?.code ?? 'INTERNAL', article: refusal?.article ?? null },
      ...{ title: '', detail: '', parameters: {}, instance: '' },
      sentence: { id: refusal?.id ?? 'Tidak tercatat.', en: refusal?.en ?? 'It was not recorded.' },
      next: { id: refusal?.nextId ?? '', en: refusal?.nextEn ?? '' },
    };
    return {
      title: { id: `Ditolak: ${title.id}`, en: `Refused: ${title.en}` },
      body: <RefusedView form={form} problem={problem} />,
    };
  }
  const names = await book.namesOf(codesIn(outcome.events));
  const about = aboutAfter(form, outcome);
  // A person without a case is nobody's yet: their page opens with the ruling, referral or placement that follows.
  const back = form.entry.name === 'register-person' ? undefined : backTo(about);
  const commands = nextCommands(session.actor.role, about, form.entry.name);
  return {
    title: { id: `Tercatat: ${title.id}`, en: `Recorded: ${title.en}` },
    within: '/commands',
    body: (
      <DoneView
        {...{ form, outcome, names, next: { target: about, commands } }}
        {...(back === undefined ? {} : { back })}
      />
    ),
  };
}

/** What the command was about once it was done: also of what it began. */
function aboutAfter({ target, entry, formId }: FormAtHand, { stream }: Outcome): CommandTarget {
  if (target.kind !== 'new') return target;
  const [kind = '', ...rest] = stream.split('/');
  if (kind === 'journey') return { kind: 'person', id: rest.join('/') };
  if (kind === 'register') return { kind: 'register', register: rest[0] ?? '', id: rest[1] ?? '' };
  const id = newId(entry.name, formId);
  if (id === undefined || entry.target === 'journey' || entry.target === 'register') return target;
  return { kind: entry.target as EntityKind, id };
}

const NAMES: { readonly [kind in CommandTarget['kind']]?: Words } = {
  person: { id: 'Kembali ke orangnya', en: 'Back to the person' },
  class: { id: 'Kembali ke kelas', en: 'Back to the class' },
  certificate: { id: 'Kembali ke sertifikat', en: 'Back to the certificate' },
  permit: { id: 'Kembali ke RPTKA', en: 'Back to the permit' },
  finding: { id: 'Kembali ke temuan', en: 'Back to the finding' },
  register: { id: 'Kembali ke register', en: 'Back to the register' },
  assessment: { id: 'Kembali ke asesmen', en: 'Back to the assessment' },
  proposal: { id: 'Kembali ke usulan', en: 'Back to the proposal' },
  candidate: { id: 'Kembali ke calon', en: 'Back to the candidate' },
};

function backTo(target: CommandTarget): { readonly path: string; readonly name: Words } | undefined {
  const name = NAMES[target.kind];
  if (name === undefined || target.kind === 'new') return undefined;
  if (target.kind === 'person') return { path: personPath(target.id), name };
  if (target.kind === 'register') return { path: registerPath(target.register, target.id), name };
  if (target.kind === 'class' || target.kind === 'certificate')
    return { path: entityPath(target.kind, target.id), name };
  return { path: targetPath(target), name };
}
