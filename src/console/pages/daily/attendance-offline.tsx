/** What a phone needs to note attendance without a network: an empty page to keep, a way to send, the worker itself. */
import { momentAt } from '../../../domain/time/index.ts';
import type { ActResult } from '../../daily/act.ts';
import { builtFile } from '../../daily/built-file.ts';
import { latenessOf } from '../../daily/lateness.ts';
import { dayOf, performAct } from '../../daily/perform-act.ts';
import { readSending } from '../../daily/read-acts.ts';
import type { ConsoleOptions } from '../../options.ts';
import type { FileShown, PageResult, SignedIn } from '../../page.ts';
import { Heading } from '../../parts/structure.tsx';
import { Text } from '../../parts/text.tsx';
import { actDesk } from './attendance.tsx';

/** The empty page: nobody's data, so that a phone may keep it. The script fills it from what the phone kept. */
export async function openShell(): Promise<PageResult> {
  return {
    title: { id: 'Kehadiran', en: 'Attendance' },
    scripts: ['attendance'],
    plain: true,
    body: (
      <>
        <Heading>
          <Text of={{ id: 'Kehadiran', en: 'Attendance' }} />
        </Heading>
        <div id="attendance-sync" />
        <div id="attendance-list">
          <p class="govuk-body titian-empty">
            <Text
              of={{
                id: 'Tidak ada jaringan. Daftar yang tersimpan di telepon ini sedang dibuka.',
                en: 'There is no network. The list that this phone keeps is being opened.',
              }}
            />
          </p>
        </div>
      </>
    ),
  };
}

const json = (body: object): FileShown => ({
  file: JSON.stringify(body),
  contentType: 'application/json; charset=utf-8',
});

/** Who is signed in now, and with which token forms are sent: a kept page knows neither. */
export const openReady =
  (accountOf: (asked: SignedIn) => string) =>
  async (asked: SignedIn): Promise<PageResult> =>
    json({ account: accountOf(asked), formToken: asked.formToken, now: asked.now });

/** Takes what a phone noted, in the order in which it was noted. */
export const takeActs =
  (accountOf: (asked: SignedIn) => string) =>
  async (asked: SignedIn): Promise<PageResult> => {
    const sending = readSending(asked.form);
    const account = accountOf(asked);
    if (sending === undefined) return json({ account, results: [], unreadable: true });
    // Another account's notes are not this account's to send, whatever the phone thinks.
    const isOthers = sending.account !== account || sending.acts.some((act) => act.account !== account);
    if (isOthers) return json({ account, results: [], otherAccount: true });
    const results: ActResult[] = [];
    for (const act of sending.acts) {
      const { account: _whose, sequence: _number, deviceAt: _at, offsetMs: _ahead, tried, ...what } = act;
      const result = await performAct(actDesk(asked), what, tried);
      const lateness = latenessOf(act, { now: asked.now, deviceNow: sending.deviceNow, zone: asked.zone });
      results.push({ ...result, ...(lateness === undefined ? {} : { lateness }) });
      // What comes after it may rest on it.
      if (result.outcome === 'later') break;
    }
    const today = momentAt(asked.now, asked.zone).date;
    const day = await dayOf(actDesk(asked), sending.date > today ? today : sending.date);
    return json({ account, results, now: asked.now, ...(day === undefined ? {} : { day }) });
  };

/** Its address never changes: browsers know a worker by it. It holds nothing but code. */
export const openWorker = (options: ConsoleOptions) => async (): Promise<PageResult> => ({
  file: builtFile(options, 'attendance-worker.js') ?? '// not built\n',
  contentType: 'text/javascript; charset=utf-8',
  cacheControl: 'no-cache',
});
